package vn.khuxuong.platform.problem;

import org.springframework.http.HttpStatus;

/**
 * One kind of refusal, stable for clients. Each module keeps its kinds in one enum, for example
 * {@code MapsProblem.UNKNOWN_LAYER}.
 */
public interface ProblemType {

  /** HTTP status of the answer. */
  HttpStatus status();

  /** Stable path below {@code /problems/}, for example {@code space/bay-taken}. */
  String slug();

  /** Short Vietnamese name of the kind, the same for every occurrence. */
  String titleVi();

  /** Short English name of the kind, the same for every occurrence. */
  String titleEn();

  /** Starts a refusal of this kind with its own explanation in both languages. */
  default ProblemException with(String detailVi, String detailEn) {
    return new ProblemException(this, detailVi, detailEn);
  }
}

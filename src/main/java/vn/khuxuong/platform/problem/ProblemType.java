package vn.khuxuong.platform.problem;

import org.springframework.http.HttpStatus;

/**
 * One kind of refusal, stable for clients. Each module keeps its kinds in one enum, for example
 * {@code MapsProblem.UNKNOWN_LAYER}.
 */
public interface ProblemType {

  /** What all refusals of this kind share. */
  ProblemKind kind();

  /** HTTP status of the answer. */
  default HttpStatus status() {
    return kind().status();
  }

  /** Starts a refusal of this kind with its own explanation in both languages. */
  default ProblemException with(String detailVi, String detailEn) {
    return new ProblemException(this, detailVi, detailEn);
  }
}

package vn.khuxuong.allocation.round;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals of allocation rounds. */
enum RoundProblem implements ProblemType {
  UNKNOWN_ROUND(
      HttpStatus.NOT_FOUND,
      "allocation/unknown-round",
      "Không có đợt phân bổ này",
      "No such allocation round");

  private final ProblemKind kind;

  RoundProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}

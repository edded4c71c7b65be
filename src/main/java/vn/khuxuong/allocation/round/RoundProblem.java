package vn.khuxuong.allocation.round;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals of allocation rounds. */
enum RoundProblem implements ProblemType {
  UNKNOWN_ROUND(
      HttpStatus.NOT_FOUND,
      "allocation/unknown-round",
      "Không có đợt phân bổ này",
      "No such allocation round");

  private final HttpStatus status;
  private final String slug;
  private final String titleVi;
  private final String titleEn;

  RoundProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    this.status = status;
    this.slug = slug;
    this.titleVi = titleVi;
    this.titleEn = titleEn;
  }

  @Override
  public HttpStatus status() {
    return status;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public String titleVi() {
    return titleVi;
  }

  @Override
  public String titleEn() {
    return titleEn;
  }
}

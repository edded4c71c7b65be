package vn.khuxuong.space;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals of the module that owns buildings and their availability. */
public enum SpaceProblem implements ProblemType {
  UNKNOWN_ZONE(
      HttpStatus.NOT_FOUND, "space/unknown-zone", "Không có khu này", "There is no such zone"),
  UNKNOWN_BUILDING(
      HttpStatus.NOT_FOUND,
      "space/unknown-building",
      "Không có nhà xưởng này",
      "There is no such building");

  private final HttpStatus status;
  private final String slug;
  private final String titleVi;
  private final String titleEn;

  SpaceProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
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

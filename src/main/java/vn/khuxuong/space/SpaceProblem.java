package vn.khuxuong.space;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
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

  private final ProblemKind kind;

  SpaceProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}

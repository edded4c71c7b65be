package vn.khuxuong.zoning.exchange;

import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.zoning.ZoningProblem;

/** Why a file as a whole is not read. The member {@code cause} is stable for clients. */
enum BadFile {
  UNKNOWN_FORMAT,
  TOO_LARGE,
  TOO_MANY_VERTICES,
  TOO_MANY_FEATURES,
  UNSAFE_ARCHIVE,
  UNSAFE_XML,
  BROKEN,
  TOO_SLOW,
  NO_POLYGONS,
  ELSEWHERE,
  CANCELLED;

  ProblemException with(String vi, String en) {
    return ZoningProblem.BAD_FILE.with(vi, en).field("file").with("cause", name());
  }

  static ProblemException tooManyVertices(int most) {
    return TOO_MANY_VERTICES
        .with(
            "Tệp có quá nhiều đỉnh; tối đa " + most + ".",
            "The file has too many vertices; the limit is " + most + ".")
        .remedy("Hãy tách tệp hoặc giản lược.", "Split the file or simplify it.");
  }
}

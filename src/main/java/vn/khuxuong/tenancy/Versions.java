package vn.khuxuong.tenancy;

import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ProblemException;

/** Entity tags of what is known by an id and a version that moves with each change (RFC 9110). */
public final class Versions {
  private Versions() {}

  /** The strong tag of a version. */
  public static String etag(long id, int version) {
    return "\"" + id + "-" + version + "\"";
  }

  /**
   * Refuses a change of a version that the client has not seen. A client that sends no {@code
   * If-Match}, or {@code *}, changes whatever there is; a weak tag never matches.
   *
   * @throws ProblemException {@link ProcessProblem#STALE}
   */
  public static void refuseStale(@Nullable String ifMatch, long id, int version) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return;
    }
    String present = etag(id, version);
    for (String tag : ifMatch.split(",")) {
      if (tag.strip().equals(present)) {
        return;
      }
    }
    throw ProcessProblem.STALE
        .with("Dữ liệu đã thay đổi từ lần bạn đọc.", "It has changed since you read it.")
        .field("If-Match")
        .remedy("Đọc lại rồi thử lần nữa.", "Read it again, then try once more.")
        .with("etag", present);
  }
}

package vn.khuxuong.zoning.draft;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.EntityTag;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.plan.Plan;

/**
 * The version a client says it changes, so that nobody's work is overwritten unseen (RFC 9110,
 * 13.1.1).
 *
 * @param ifMatch header {@code If-Match} with the plan's entity tag, null where not sent
 * @param version {@code lockVersion} echoed in the body by clients that cannot send headers, null
 *     where not sent
 */
public record Precondition(@Nullable String ifMatch, @Nullable Integer version) {
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})-(\\d{1,9})\"");

  /**
   * Whether the client's version is the plan's; a weak tag never is.
   *
   * @throws ProblemException {@link ZoningProblem#NO_VERSION_GIVEN} where the client names none
   */
  boolean holds(Plan plan) {
    if ((ifMatch == null && version == null) || "*".equals(ifMatch)) {
      throw ZoningProblem.NO_VERSION_GIVEN
          .with(
              "Hãy cho biết bạn đang sửa phiên bản nào của đồ án.",
              "Say which version of the plan you are changing.")
          .field("If-Match")
          .remedy(
              "Gửi If-Match với ETag của lần đọc sau cùng, ví dụ " + plan.etag() + ".",
              "Send If-Match with the ETag of your last reading, for example " + plan.etag() + ".");
    }
    boolean tagHolds = ifMatch == null || EntityTag.isAmong(ifMatch, plan.etag());
    return tagHolds && (version == null || version == plan.lockVersion());
  }

  /** The lock version of the plan that the client last saw, empty where it cannot be told. */
  OptionalInt seen(Plan plan) {
    if (version != null) {
      return OptionalInt.of(version);
    }
    Matcher tag = TAG.matcher(String.valueOf(ifMatch));
    return tag.find() && tag.group(1).equals(String.valueOf(plan.id()))
        ? OptionalInt.of(Integer.parseInt(tag.group(2)))
        : OptionalInt.empty();
  }

  /** 412 for a stale header, 409 for a stale version in the body. */
  ZoningProblem staleness() {
    return ifMatch != null ? ZoningProblem.STALE : ZoningProblem.STALE_VERSION;
  }
}

package vn.khuxuong.tenancy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.file.Sha256;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Name that a client gave a request (header {@code Idempotency-Key}), so that it may be sent again
 * when no answer came and still is done once.
 *
 * @param name of the request among all of its account
 * @param sha256 of what it asked for
 */
public record RequestKey(UUID name, String sha256) {

  /**
   * The key of a request that asked for this; null for a request without a name.
   *
   * @param name as the client gave it, null for none
   */
  public static @Nullable RequestKey of(@Nullable UUID name, Record asked) {
    if (name == null) {
      return null;
    }
    return new RequestKey(name, Sha256.of(asked.toString()));
  }

  /**
   * Refuses to take one key for two things.
   *
   * @throws ProblemException {@link ProcessProblem#KEY_REUSED}
   */
  void refuseOther(String earlierSha256) {
    if (!sha256.equals(earlierSha256)) {
      throw ProcessProblem.KEY_REUSED
          .with(
              "Khóa này đã gửi kèm một yêu cầu khác.",
              "This key came with a different request before.")
          .field("Idempotency-Key")
          .remedy("Dùng một UUID mới cho yêu cầu mới.", "Use a new UUID for a new request.");
    }
  }
}

package vn.khuxuong.tenancy;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ApiProblem;

/**
 * A page of a list that goes from new to old.
 *
 * @param path of the list
 * @param limit most entries of a page, 1 to {@value #MOST}
 */
public record Paging(String path, int limit) {
  private static final int MOST = 200;

  /** Refuses another limit, as the answer to a client. */
  public Paging {
    if (limit < 1 || limit > MOST) {
      throw ApiProblem.BAD_PARAMETER
          .with("limit phải từ 1 đến " + MOST + ".", "limit must be between 1 and " + MOST + ".")
          .field("limit");
    }
  }

  /** What to ask the store for, so that it shows whether there is more. */
  public int withOneMore() {
    return limit + 1;
  }

  /** What was found, without the one more. */
  public <T> List<T> page(List<T> found) {
    return found.subList(0, Math.min(limit, found.size()));
  }

  /** Where the list goes on; null at its end. */
  public <T> @Nullable String next(List<T> found, ToLongFunction<T> id, @Nullable Object status) {
    return found.size() <= limit
        ? null
        : path
            + "?before="
            + id.applyAsLong(found.get(limit - 1))
            + "&limit="
            + limit
            + (status == null ? "" : "&status=" + status);
  }
}

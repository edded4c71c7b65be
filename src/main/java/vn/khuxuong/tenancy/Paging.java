package vn.khuxuong.tenancy;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import vn.khuxuong.platform.problem.ApiProblem;

/**
 * A page of a list that goes from new to old.
 *
 * @param path of the list
 * @param limit most entries of a page, 1 to {@value #MOST}
 */
public record Paging(String path, int limit) {
  private static final int MOST = 200;

  /** A page as it is sent: its entries, and where the list goes on, null at its end. */
  public interface Page<J, P> {
    P of(List<J> entries, @Nullable String next);
  }

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

  /**
   * The answer to the client.
   *
   * @param found what the store gave, with the one more
   * @param status that the client asked for, null for any
   * @param json makes an entry as it is sent
   * @param page makes the page as it is sent
   */
  public <T extends Versioned, J, P> ResponseEntity<P> answer(
      List<T> found, @Nullable Enum<?> status, Function<T, J> json, Page<J, P> page) {
    List<J> sent = found.stream().limit(limit).map(json).toList();
    return Answer.of(page.of(sent, next(found, status)));
  }

  private @Nullable String next(List<? extends Versioned> found, @Nullable Enum<?> status) {
    return found.size() <= limit
        ? null
        : path
            + "?before="
            + found.get(limit - 1).id()
            + "&limit="
            + limit
            + (status == null ? "" : "&status=" + status);
  }
}

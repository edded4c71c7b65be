package vn.khuxuong.space.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.khuxuong.platform.problem.ApiProblem;

/** {@code /api/v1/search}: zones, buildings, sectors and subzones by name or code. */
@RestController
class SearchController {
  private static final int LONGEST_QUERY = 100;

  private final SearchStore store;
  private final AsOf asOf;

  SearchController(SearchStore store, AsOf asOf) {
    this.store = store;
    this.asOf = asOf;
  }

  /** Answer of {@code /api/v1/search}. */
  record HitsJson(List<Hit> hits) {}

  @GetMapping("/api/v1/search")
  @Nullable HitsJson search(@RequestParam(defaultValue = "") String q, WebRequest request) {
    if (q.length() > LONGEST_QUERY) {
      throw ApiProblem.BAD_PARAMETER
          .with("Từ tìm quá dài.", "The search text is too long.")
          .field("q")
          .remedy(
              "Nhiều nhất " + LONGEST_QUERY + " ký tự.",
              "At most " + LONGEST_QUERY + " characters.");
    }
    AsOf.Basis basis = asOf.of(null);
    return basis.isKnownTo(request) ? null : new HitsJson(store.search(basis.day(), q));
  }
}

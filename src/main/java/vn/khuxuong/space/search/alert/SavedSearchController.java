package vn.khuxuong.space.search.alert;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.platform.mail.MailAddress;
import vn.khuxuong.platform.mail.Postman;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.ClientNetwork;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.space.search.vacancy.Vacancies;

/**
 * {@code /api/v1/saved-searches}: anybody may save a search, by mail or as a feed; who is signed in
 * finds it in a list again.
 */
@RestController
@RequestMapping("/api/v1/saved-searches")
class SavedSearchController {
  private final SaveSearch searches;
  private final Vacancies vacancies;
  private final Postman postman;
  private final BaseUrl base;

  SavedSearchController(SaveSearch searches, Vacancies vacancies, Postman postman, BaseUrl base) {
    this.searches = searches;
    this.vacancies = vacancies;
    this.postman = postman;
    this.base = base;
  }

  /** What a search, given as for {@code /api/v1/vacancies}, would be saved as. */
  @GetMapping("/preview")
  ResponseEntity<SavedSearchJson.Preview> preview(
      HttpServletRequest request, @Nullable Authentication who, @Nullable CsrfToken token) {
    String asked = request.getQueryString();
    String query = vacancies.canonical(asked == null ? "" : asked);
    if (who != null && token != null) {
      token.getToken(); // makes the cookie that scripts answer with
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new SavedSearchJson.Preview(
                query,
                vacancies.words(query),
                vacancies.count(query),
                postman.isSetUp(),
                who == null ? null : who.getName()));
  }

  /**
   * Saves a search. A feed is there at once: 201 with its address, which is told this once. By mail
   * a link has to be used first: 202, whether or not the address is known or has enough of them.
   */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SavedSearchJson.Saved> save(
      @RequestBody SavedSearchJson.Asked asked,
      HttpServletRequest request,
      @Nullable Authentication who) {
    Channel channel = oneOf("channel", asked.channel(), Channel.values(), null);
    if (asked.query() == null) {
      throw missing("query", "areaMin=300&load=10");
    }
    if (channel == Channel.FEED && asked.email() != null) {
      throw ApiProblem.BAD_PARAMETER
          .with("Nguồn tin không cần thư điện tử.", "A feed needs no address.")
          .field("email")
          .remedy("Bỏ email, hoặc channel=EMAIL.", "Leave it out, or channel=EMAIL.");
    }
    SaveSearch.Saved saved =
        searches.save(
            new SaveSearch.Wish(
                asked.query(),
                channel,
                channel == Channel.EMAIL ? MailAddress.of(asked.email()) : null,
                oneOf("frequency", asked.frequency(), Frequency.values(), Frequency.DAILY),
                oneOf("language", asked.language(), Language.values(), Language.of(request)),
                who == null ? null : who.getName(),
                ClientNetwork.of(request)));
    String word = saved.feedWord();
    Links links = new Links(base.of(request), Language.of(request));
    SavedSearchJson.Saved body =
        new SavedSearchJson.Saved(
            who == null ? null : saved.id(),
            saved.query(),
            vacancies.words(saved.query()),
            word == null ? null : FeedController.address(links.base(), word),
            word == null ? null : links.unsubscribe(word));
    ResponseEntity.BodyBuilder answer =
        word == null
            ? ResponseEntity.status(HttpStatus.ACCEPTED)
            : ResponseEntity.created(
                URI.create(
                    who == null || saved.id() == null
                        ? FeedController.address(links.base(), word)
                        : "/api/v1/saved-searches/" + saved.id()));
    return answer.cacheControl(CacheControl.noStore()).body(body);
  }

  /** The account's own, the newest first. */
  @GetMapping
  @PreAuthorize("isAuthenticated()")
  ResponseEntity<List<SavedSearchJson>> list(HttpServletRequest request, Authentication who) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(searches.list(who.getName()).stream().map(one -> json(one, request)).toList());
  }

  @GetMapping("/{id}")
  @PreAuthorize("isAuthenticated()")
  ResponseEntity<SavedSearchJson> get(
      @PathVariable UUID id, HttpServletRequest request, Authentication who) {
    return answer(searches.get(who.getName(), id), request);
  }

  /** Another rhythm or language; what is left out stays. */
  @PatchMapping("/{id}")
  @PreAuthorize("isAuthenticated()")
  ResponseEntity<SavedSearchJson> change(
      @PathVariable UUID id,
      @RequestBody SavedSearchJson.Asked asked,
      HttpServletRequest request,
      Authentication who) {
    SavedSearch now = searches.get(who.getName(), id);
    if (asked.query() != null || asked.channel() != null || asked.email() != null) {
      throw ApiProblem.BAD_PARAMETER
          .with("Chỉ đổi được nhịp báo và ngôn ngữ.", "Only rhythm and language can be changed.")
          .field(asked.query() != null ? "query" : asked.channel() != null ? "channel" : "email")
          .remedy("Lưu một tìm kiếm mới rồi xóa cái cũ.", "Save another one and delete this.");
    }
    return answer(
        searches.change(
            who.getName(),
            id,
            oneOf("frequency", asked.frequency(), Frequency.values(), now.frequency()),
            oneOf("language", asked.language(), Language.values(), now.language())),
        request);
  }

  /** A new address for the feed, told this once; the old one ends. */
  @PostMapping("/{id}/feed")
  @PreAuthorize("isAuthenticated()")
  ResponseEntity<SavedSearchJson.Saved> changeFeed(
      @PathVariable UUID id, HttpServletRequest request, Authentication who) {
    SavedSearch search = searches.get(who.getName(), id);
    String word = searches.changeFeed(who.getName(), id);
    Links links = new Links(base.of(request), search.language());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new SavedSearchJson.Saved(
                id,
                search.query(),
                vacancies.words(search.query()),
                FeedController.address(links.base(), word),
                links.unsubscribe(word)));
  }

  @DeleteMapping("/{id}")
  @PreAuthorize("isAuthenticated()")
  ResponseEntity<Void> delete(@PathVariable UUID id, Authentication who) {
    searches.delete(who.getName(), id);
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<SavedSearchJson> answer(SavedSearch search, HttpServletRequest request) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json(search, request));
  }

  private SavedSearchJson json(SavedSearch search, HttpServletRequest request) {
    return SavedSearchJson.of(
        search, vacancies.words(search.query()), base.of(request), matches(search.query()));
  }

  private @Nullable Integer matches(String query) {
    try {
      return vacancies.count(query);
    } catch (ProblemException e) {
      return null; // such as for a zone that is gone
    }
  }

  private static <E extends Enum<E>> E oneOf(
      String field, @Nullable String text, E[] values, @Nullable E otherwise) {
    if (text == null && otherwise != null) {
      return otherwise;
    }
    for (E value : values) {
      if (text != null && value.name().equals(text.toUpperCase(Locale.ROOT))) {
        return value;
      }
    }
    String words = String.join(", ", List.of(values).stream().map(Enum::name).toList());
    throw ApiProblem.BAD_PARAMETER
        .with("Giá trị chưa đúng.", "There is no such value.")
        .field(field)
        .remedy("Một trong: " + words + ".", "One of: " + words + ".");
  }

  private static ProblemException missing(String field, String example) {
    return ApiProblem.BAD_PARAMETER
        .with("Thiếu \"" + field + "\".", "\"" + field + "\" is missing.")
        .field(field)
        .remedy("Ví dụ: " + example, "For example: " + example);
  }
}

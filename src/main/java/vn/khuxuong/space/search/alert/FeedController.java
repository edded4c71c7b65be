package vn.khuxuong.space.search.alert;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.khuxuong.platform.security.Secret;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.EntityTag;
import vn.khuxuong.space.SpaceProblem;

/** {@code /feeds/{token}}: the news of a saved search as an Atom feed (RFC 4287). */
@RestController
class FeedController {
  private static final int MOST_ENTRIES = 50;

  private final SavedSearchStore searches;
  private final MailStore news;
  private final AtomFeed feed;
  private final BaseUrl base;

  FeedController(SavedSearchStore searches, MailStore news, AtomFeed feed, BaseUrl base) {
    this.searches = searches;
    this.news = news;
    this.feed = feed;
    this.base = base;
  }

  /** Where the feed is whose secret word this is. */
  static String address(String base, String word) {
    return base + "/feeds/" + word;
  }

  @GetMapping("/feeds/{word}")
  @Nullable ResponseEntity<byte[]> get(
      @PathVariable String word, HttpServletRequest http, WebRequest request) {
    SavedSearch search =
        searches
            .findByFeed(Secret.hash(word))
            .orElseThrow(
                () ->
                    SpaceProblem.UNKNOWN_SAVED_SEARCH
                        .with("Không có nguồn tin ở địa chỉ này.", "No feed is at this address.")
                        .remedy(
                            "Có thể nguồn đã dừng; lưu lại tìm kiếm ở trang chủ.",
                            "It may have been stopped; save the search again on the map page."));
    searches.noteReading(search.id());
    List<News> latest = news.newsOf(search.id(), MOST_ENTRIES);
    Links links = new Links(base.of(http), search.language());
    byte[] content = feed.write(search, latest, links, word);
    String tag = EntityTag.of(content);
    if (request.checkNotModified(tag)) {
      return null;
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_ATOM_XML)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
        .header("X-Robots-Tag", "noindex")
        .eTag(tag)
        .body(content);
  }
}

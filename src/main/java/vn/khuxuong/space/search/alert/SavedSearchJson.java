package vn.khuxuong.space.search.alert;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.search.vacancy.SearchWords;

/**
 * An account's saved search.
 *
 * @param query conditions of {@code /api/v1/vacancies}
 * @param words the same in words, one for each condition
 * @param link the page that shows what fits
 * @param active false until the link was used that went to the address
 * @param matches how many stretches fit now, null where it cannot be asked any more
 */
record SavedSearchJson(
    UUID id,
    String query,
    List<SearchWords.Part> words,
    String link,
    Channel channel,
    @Nullable String email,
    Frequency frequency,
    String language,
    boolean active,
    OffsetDateTime madeAt,
    @Nullable OffsetDateTime newsAt,
    @Nullable Integer matches) {

  static SavedSearchJson of(
      SavedSearch search, List<SearchWords.Part> words, String base, @Nullable Integer matches) {
    return new SavedSearchJson(
        search.id(),
        search.query(),
        words,
        new Links(base, search.language()).search(search.query()),
        search.channel(),
        search.email(),
        search.frequency(),
        search.language().tag().toLowerCase(Locale.ROOT),
        search.active(),
        search.madeAt(),
        search.newsAt(),
        matches);
  }

  /**
   * What is asked for when a search is saved.
   *
   * @param channel EMAIL or FEED
   * @param email for EMAIL only
   * @param frequency AT_ONCE or DAILY; DAILY where it is not said
   * @param language vi or en; that of the request where it is not said
   */
  record Asked(
      @Nullable String query,
      @Nullable String channel,
      @Nullable String email,
      @Nullable String frequency,
      @Nullable String language) {}

  /**
   * What became of it.
   *
   * @param id null where it is by mail and of no account
   * @param feed the feed's address, told this once; null for a mail
   * @param stop page that ends the feed, likewise
   */
  record Saved(
      @Nullable UUID id,
      String query,
      List<SearchWords.Part> words,
      @Nullable String feed,
      @Nullable String stop) {}

  /**
   * What a search would be saved as.
   *
   * @param count how many stretches fit now
   * @param mail whether mail is set up here
   * @param account who is signed in, null for nobody
   */
  record Preview(
      String query,
      List<SearchWords.Part> words,
      int count,
      boolean mail,
      @Nullable String account) {}
}

package vn.khuxuong.space.search.alert;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.mail.MailAddress;
import vn.khuxuong.platform.mail.Postman;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.security.Secret;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.space.SpaceProblem;
import vn.khuxuong.space.search.vacancy.Vacancies;

/** Keeps searches, confirms and gives them up. */
@Component
class SaveSearch {
  /** Searches with more results need no alert, and would cost much to compare. */
  static final int MOST_RUNS = 5_000;

  private static final int MOST_OF_CLIENT_AN_HOUR = 20;
  private static final int MOST_AN_HOUR = 2_000;
  private static final int MOST_OF_ACCOUNT = 50;
  private static final int MOST_OF_ADDRESS = 20;
  private static final int MOST_PENDING_OF_ADDRESS_A_DAY = 5;

  private final SavedSearchStore store;
  private final MailStore mails;
  private final Runs runs;
  private final Vacancies vacancies;
  private final Postman postman;
  private final Audit audit;

  SaveSearch(
      SavedSearchStore store,
      MailStore mails,
      Runs runs,
      Vacancies vacancies,
      Postman postman,
      Audit audit) {
    this.store = store;
    this.mails = mails;
    this.runs = runs;
    this.vacancies = vacancies;
    this.postman = postman;
    this.audit = audit;
  }

  /**
   * What somebody wants to be told.
   *
   * @param query as in the address of a search
   * @param email null for a feed
   * @param owner account that lists it, null without one
   * @param client network address that it comes from
   */
  record Wish(
      String query,
      Channel channel,
      @Nullable MailAddress email,
      Frequency frequency,
      Language language,
      @Nullable String owner,
      String client) {}

  /**
   * What became of it.
   *
   * @param id null where nothing is said about it: whether an address is known is nobody's business
   * @param feedWord unguessable part of the feed's address, told this once
   */
  record Saved(@Nullable UUID id, @Nullable String feedWord, String query) {}

  /**
   * Keeps a search. By mail it is watched only once the link was used that goes to the address.
   *
   * @throws ProblemException where the search is wrong or too wide, too many were saved, or mail is
   *     wanted and not set up
   */
  @Transactional
  public Saved save(Wish wish) {
    if (wish.channel() == Channel.EMAIL && !postman.isSetUp()) {
      throw SpaceProblem.MAIL_NOT_SET_UP
          .with("Hệ thống này chưa nối với máy chủ thư.", "No mail server is set up here.")
          .field("channel")
          .remedy("Dùng nguồn tin: channel=FEED.", "Take the feed: channel=FEED.");
    }
    String query = vacancies.canonical(wish.query());
    if (vacancies.count(query) > MOST_RUNS) {
      throw SpaceProblem.SEARCH_TOO_WIDE
          .with(
              "Đang có hơn " + MOST_RUNS + " chỗ vừa, không cần đợi báo.",
              "More than " + MOST_RUNS + " stretches fit already; there is nothing to wait for.")
          .field("query")
          .remedy("Thêm điều kiện, ví dụ một khu.", "Add a condition, such as a zone.");
    }
    String client = Secret.hash(wish.client());
    refuseTooMany(wish, client);
    if (wish.email() != null && isCrowded(wish.email().text())) {
      return new Saved(null, null, query);
    }
    Vacancies.Found found = vacancies.find(query);
    String feedWord = wish.channel() == Channel.FEED ? Secret.next() : null;
    UUID id =
        store.insert(
            new SavedSearchStore.Row(
                query,
                wish.owner(),
                wish.channel(),
                wish.email() == null ? null : wish.email().text(),
                feedWord == null ? null : Secret.hash(feedWord),
                wish.language(),
                wish.frequency(),
                client,
                runs.text(SeenBays.of(found.runs())),
                found.basis().revision()));
    if (wish.channel() == Channel.EMAIL) {
      mails.addConfirmation(id);
    }
    boolean told = wish.channel() == Channel.FEED || wish.owner() != null;
    return new Saved(told ? id : null, feedWord, query);
  }

  private void refuseTooMany(Wish wish, String client) {
    store.takeTurns("client " + client);
    boolean ofOwner = false;
    if (wish.owner() != null) {
      store.takeTurns("owner " + wish.owner());
      ofOwner = store.ownedBy(wish.owner()) >= MOST_OF_ACCOUNT;
    }
    if (ofOwner) {
      throw SpaceProblem.SEARCHES_FULL
          .with(
              "Tài khoản đã lưu " + MOST_OF_ACCOUNT + " tìm kiếm.",
              "The account has saved " + MOST_OF_ACCOUNT + " searches.")
          .remedy("Xóa một tìm kiếm đã lưu rồi thử lại.", "Delete one of them and try again.");
    }
    if (store.savedBy(client) >= MOST_OF_CLIENT_AN_HOUR || store.savedByAll() >= MOST_AN_HOUR) {
      throw SpaceProblem.TOO_MANY_SEARCHES
          .with(
              "Trong một giờ qua đã lưu quá nhiều tìm kiếm từ nơi này.",
              "Too many searches were saved from here within the last hour.")
          .remedy("Thử lại sau một giờ.", "Try again in an hour.")
          .retryAfter(3_600);
    }
  }

  /** Whether an address has had enough mails to confirm, or follows enough already. */
  private boolean isCrowded(String email) {
    store.takeTurns("address " + email.toLowerCase(java.util.Locale.ROOT));
    return store.pendingOf(email) >= MOST_PENDING_OF_ADDRESS_A_DAY
        || store.activeOf(email) >= MOST_OF_ADDRESS;
  }

  /** The searches of an account, the newest first. */
  List<SavedSearch> list(String owner) {
    return store.list(owner);
  }

  /** One of an account's searches; somebody else's is as unknown as none. */
  SavedSearch get(String owner, UUID id) {
    return store.find(owner, id).orElseThrow(SaveSearch::unknown);
  }

  /** Other words or another rhythm; what is found stays the same. */
  @Transactional
  public SavedSearch change(String owner, UUID id, Frequency frequency, Language language) {
    if (!store.change(owner, id, frequency, language)) {
      throw unknown();
    }
    audit.record("saved-search.changed", "saved-search", id.toString(), java.util.Map.of());
    return get(owner, id);
  }

  /** A new address for the feed; the old one ends. */
  @Transactional
  public String changeFeed(String owner, UUID id) {
    String word = Secret.next();
    if (!store.changeFeed(owner, id, Secret.hash(word))) {
      throw unknown();
    }
    audit.record("saved-search.feed-changed", "saved-search", id.toString(), java.util.Map.of());
    return word;
  }

  /**
   * Gives a search up with all that was kept of it. One that waits for the word of an address goes
   * on counting among what was sent there, for three days and of no account: else saving and
   * deleting in turn would write to a stranger without end.
   */
  @Transactional
  public void delete(String owner, UUID id) {
    get(owner, id);
    if (!store.abandon(id)) {
      store.delete(id);
    }
    audit.record("saved-search.deleted", "saved-search", id.toString(), java.util.Map.of());
  }

  /** Starts the alerts of the search whose link is used; false where the link has no search. */
  @Transactional
  public boolean confirm(String word) {
    return store
        .findByWord(Secret.hash(word), "CONFIRM")
        .map(
            search -> {
              store.activate(search.id());
              store.dropEqual(search);
              return true;
            })
        .orElse(false);
  }

  /** Ends the alerts that a link or a feed's own word belongs to; true if there were any. */
  @Transactional
  public boolean unsubscribe(String word) {
    return store
        .findByWord(Secret.hash(word), "UNSUBSCRIBE")
        .map(search -> store.delete(search.id()))
        .orElse(false);
  }

  private static ProblemException unknown() {
    return SpaceProblem.UNKNOWN_SAVED_SEARCH.with(
        "Tài khoản không có tìm kiếm đã lưu này.", "The account has no such saved search.");
  }
}

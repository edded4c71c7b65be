package vn.khuxuong.space.search.alert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.khuxuong.platform.job.EverySecond;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.search.vacancy.Vacancies;
import vn.khuxuong.space.search.vacancy.VacantRun;

/**
 * Looks at the saved searches whenever the data have changed or another day has begun. One instance
 * looks at a time; if it dies the next begins anew, which finds the same: what is seen and what is
 * told of a search are written together.
 */
@Configuration
class WatchSearches {
  private static final Logger log = LoggerFactory.getLogger(WatchSearches.class);
  private static final int AT_A_TIME = 200;
  private static final int MOST_TOLD = 50;
  private static final UUID FIRST = new UUID(0, 0);

  private final WatchStore store;
  private final MailStore mails;
  private final Runs runs;
  private final Vacancies vacancies;
  private final TransactionTemplate turn;
  private final TransactionTemplate each;
  private volatile Vacancies.Basis known = new Vacancies.Basis(-1, java.time.LocalDate.EPOCH);

  WatchSearches(
      WatchStore store,
      MailStore mails,
      Runs runs,
      Vacancies vacancies,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.mails = mails;
    this.runs = runs;
    this.vacancies = vacancies;
    this.turn = new TransactionTemplate(transactions);
    this.each = new TransactionTemplate(transactions);
    each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Bean
  EverySecond watchingOfSearches() {
    return new EverySecond("Saved searches are not looked at for now", this::watch);
  }

  /** Looks at all where anything has changed since the last time. */
  void watch() {
    try {
      Vacancies.Basis now = vacancies.basis();
      if (!now.equals(known) || store.anyDue()) {
        turn.executeWithoutResult(status -> store.take().ifPresent(before -> look(before, now)));
      }
    } catch (DataAccessException | TransactionException e) {
      log.warn("Saved searches could not be looked at for now: {}", e.getMessage());
    }
  }

  private void look(Vacancies.Basis before, Vacancies.Basis now) {
    boolean all = now.revision() > before.revision() || now.day().isAfter(before.day());
    UUID after = FIRST;
    List<WatchStore.Watched> some = store.next(after, all, AT_A_TIME);
    while (!some.isEmpty()) {
      some.forEach(this::look);
      after = some.get(some.size() - 1).id();
      some = store.next(after, all, AT_A_TIME);
    }
    if (all) {
      store.done(now);
    }
    known = now;
  }

  private void look(WatchStore.Watched search) {
    Optional<Vacancies.Found> answer = find(search);
    if (answer.isEmpty() || answer.get().basis().revision() < search.revision()) {
      each.executeWithoutResult(status -> store.notDue(search.id()));
      return;
    }
    Vacancies.Found found = answer.get();
    SeenBays seen = SeenBays.of(found.runs());
    if (seen.equals(search.seen())) {
      each.executeWithoutResult(status -> store.notDue(search.id()));
      return;
    }
    each.executeWithoutResult(status -> tell(search, found, seen));
  }

  private void tell(WatchStore.Watched search, Vacancies.Found found, SeenBays seen) {
    if (!store.see(search.id(), seen, found.basis().revision())) {
      return;
    }
    List<VacantRun> news = search.seen().news(found.runs());
    if (!news.isEmpty()) {
      mails.addNews(
          search.id(),
          found.basis().revision(),
          runs.text(news.subList(0, Math.min(news.size(), MOST_TOLD))),
          news.size());
      if (search.channel() == Channel.EMAIL) {
        mails.addMail(search.id(), search.frequency());
      }
    }
  }

  /** Nothing for a search that cannot be asked any more, such as for a zone that is gone. */
  private Optional<Vacancies.Found> find(WatchStore.Watched search) {
    try {
      return Optional.of(vacancies.find(search.query()));
    } catch (ProblemException e) {
      log.debug("Saved search {} cannot be asked now: {}", search.id(), e.getMessage());
      return Optional.empty();
    }
  }
}

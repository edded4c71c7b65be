package vn.khuxuong.tenancy.offer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Keeps the history of the waiting lists, seconds after they have changed. */
@Component
class NotePlaces {
  private static final Logger log = LoggerFactory.getLogger(NotePlaces.class);

  private final WaitingStore store;

  NotePlaces(WaitingStore store) {
    this.store = store;
  }

  @Scheduled(initialDelay = 4_000, fixedDelay = 3_000)
  void note() {
    try {
      int changed = store.notePlaces();
      log.debug("{} places on waiting lists have changed", changed);
    } catch (DataAccessException | TransactionException e) {
      log.warn("Waiting lists could not be written down for now: {}", e.getMessage());
    }
  }
}

package vn.khuxuong.space.claim;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.Claim;
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.space.Claims;
import vn.khuxuong.space.ClaimsLapsed;
import vn.khuxuong.space.Occupancy.Kind;
import vn.khuxuong.space.SpaceProblem;

/**
 * Keeps the claims. Whoever writes takes the building's row first, then claims, so that nobody
 * waits in a circle; the database's own constraints decide, within a savepoint.
 */
@Component
class ClaimBook implements Claims {
  private static final String LAPSED = "lapsed";
  private static final String OFFERED = "offered";
  private static final String LET = "let";
  private static final String EXTENDED = "extended";

  private final ClaimStore store;
  private final ClaimRefusals refusals;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate savepoint;

  ClaimBook(
      ClaimStore store,
      ClaimRefusals refusals,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.refusals = refusals;
    this.events = events;
    savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  @Override
  @Transactional(readOnly = true, noRollbackFor = ProblemException.class)
  public void refuseTaken(ClaimWish wish) {
    store
        .inTheWay(wish)
        .filter(winner -> !store.isExpired(winner))
        .ifPresent(
            winner -> {
              throw ClaimRefusals.taken(winner, wish);
            });
  }

  @Override
  @Transactional(noRollbackFor = ProblemException.class)
  public Claim hold(ClaimWish wish, Duration lasting) {
    open(wish);
    refusePast(wish.from());
    return record(wish, Kind.HOLD, store.after(lasting.toSeconds()));
  }

  @Override
  @Transactional(noRollbackFor = ProblemException.class)
  public Claim offer(ClaimWish wish, OffsetDateTime deadline) {
    open(wish);
    refusePast(wish.from());
    refusePast(deadline);
    return record(wish, Kind.OFFER, deadline);
  }

  @Override
  @Transactional(noRollbackFor = ProblemException.class)
  public Claim offerHeld(long hold, OffsetDateTime deadline) {
    Claim held = live(hold, Kind.HOLD);
    refusePast(deadline);
    return replace(held, held.wish(), Kind.OFFER, deadline, OFFERED);
  }

  @Override
  @Transactional(noRollbackFor = ProblemException.class)
  public Claim let(ClaimWish wish) {
    open(wish);
    return record(wish, Kind.LEASE, null);
  }

  @Override
  @Transactional(noRollbackFor = ProblemException.class)
  public Claim letOffered(long offer) {
    Claim offered = live(offer, Kind.OFFER);
    return replace(offered, offered.wish(), Kind.LEASE, null, LET);
  }

  @Override
  @Transactional(noRollbackFor = ProblemException.class)
  public Claim extend(long claim, OffsetDateTime deadline) {
    Claim present = live(claim, Kind.HOLD, Kind.OFFER);
    refusePast(deadline);
    return replace(present, present.wish(), present.kind(), deadline, EXTENDED);
  }

  @Override
  @Transactional(noRollbackFor = ProblemException.class)
  public Optional<Claim> shorten(long lease, LocalDate last, String reason) {
    Claim present = live(lease, Kind.LEASE);
    ClaimWish wish = present.wish();
    if (!last.isBefore(wish.until())) {
      throw new IllegalArgumentException("Not shorter: " + last);
    }
    if (last.isBefore(wish.from())) {
      store.withdraw(lease, reason);
      return Optional.empty();
    }
    ClaimWish rest =
        new ClaimWish(
            wish.floorId(),
            wish.firstBay(),
            wish.bayCount(),
            wish.from(),
            last,
            wish.industry(),
            wish.hazard(),
            wish.traits(),
            wish.loadKnM2(),
            wish.powerKva(),
            wish.wastewaterM3Day());
    return Optional.of(replace(present, rest, Kind.LEASE, null, reason));
  }

  @Override
  @Transactional
  public boolean release(long claim, String reason) {
    Optional<Claim> found = store.find(claim);
    if (found.isEmpty()) {
      return false;
    }
    store.lockBuildingOf(found.get().wish().floorId());
    return store.withdraw(claim, reason);
  }

  @Override
  @Transactional
  public List<Claim> lapse(Collection<Long> claims) {
    if (claims.isEmpty() || !store.tryLockBuildingOf(claims.iterator().next())) {
      return List.of();
    }
    return withdrawExpired(store.expired(claims));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeTurns(long claim) {
    store.find(claim).ifPresent(found -> store.lockBuildingOf(found.wish().floorId()));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Claim> find(long claim) {
    return store.find(claim);
  }

  /** Takes the building and clears away what only seems to be in the way. */
  private void open(ClaimWish wish) {
    if (store.lockBuildingOf(wish.floorId()).isEmpty()) {
      throw ClaimRefusals.unknownFloor(wish.floorId());
    }
    withdrawExpired(store.expiredInTheWay(wish));
  }

  private List<Claim> withdrawExpired(List<Claim> expired) {
    List<Claim> withdrawn =
        expired.stream().filter(claim -> store.withdraw(claim.id(), LAPSED)).toList();
    if (!withdrawn.isEmpty()) {
      events.publishEvent(new ClaimsLapsed(withdrawn));
    }
    return withdrawn;
  }

  private Claim live(long id, Kind... kinds) {
    Claim before = store.find(id).orElseThrow(ClaimRefusals::gone);
    store.lockBuildingOf(before.wish().floorId());
    Claim claim = store.find(id).orElseThrow(ClaimRefusals::gone);
    if (!claim.live() || !List.of(kinds).contains(claim.kind())) {
      throw ClaimRefusals.gone();
    }
    return claim;
  }

  private Claim replace(
      Claim old, ClaimWish wish, Kind kind, @Nullable OffsetDateTime deadline, String reason) {
    return within(
        wish,
        () -> {
          store.withdraw(old.id(), reason);
          return store.insert(wish, kind, deadline);
        });
  }

  private Claim record(ClaimWish wish, Kind kind, @Nullable OffsetDateTime deadline) {
    return within(wish, () -> store.insert(wish, kind, deadline));
  }

  private interface Change {
    long make();
  }

  private Claim within(ClaimWish wish, Change change) {
    try {
      Long id = savepoint.execute(status -> change.make());
      return store.find(id == null ? 0 : id).orElseThrow();
    } catch (DataIntegrityViolationException refused) {
      throw refusals.of(refused, wish);
    }
  }

  private void refusePast(LocalDate first) {
    LocalDate today = store.today();
    if (first.isBefore(today)) {
      throw SpaceProblem.IN_THE_PAST
          .with(
              "Ngày bắt đầu " + first + " đã qua; hôm nay là " + today + ".",
              "The first day, " + first + ", has passed; today is " + today + ".")
          .field("from")
          .remedy("Chọn ngày từ hôm nay trở đi.", "Choose today or a later day.");
    }
  }

  private void refusePast(OffsetDateTime deadline) {
    if (store.hasPassed(deadline)) {
      throw SpaceProblem.IN_THE_PAST
          .with("Hạn trả lời đã qua.", "The deadline has passed.")
          .field("deadline")
          .remedy("Chọn một thời điểm sắp tới.", "Choose a moment to come.");
    }
  }
}

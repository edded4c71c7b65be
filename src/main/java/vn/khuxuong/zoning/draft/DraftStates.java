package vn.khuxuong.zoning.draft;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.ZoneStore;
import vn.khuxuong.zoning.rule.RuleBook;

/**
 * States of plans that were looked at lately. A revision never changes and a published plan has one
 * state for ever, so any instance may keep them; the zone's outline and the rule book are part of
 * the key.
 */
@Component
public class DraftStates {
  private static final long MOST_VERTICES = 2_000_000;

  private record Key(
      long planId, int revision, String zoneSha256, String rulesSha256, LocalDate today) {}

  private final SubzoneStore subzones;
  private final RevisionStore revisions;
  private final ZoneStore zones;
  private final RuleBooks rules;
  private final Clock clock;
  private final Cache<Key, DraftState> recent =
      Caffeine.newBuilder()
          .maximumWeight(MOST_VERTICES)
          .weigher((Key key, DraftState state) -> weight(state))
          .build();

  DraftStates(
      SubzoneStore subzones,
      RevisionStore revisions,
      ZoneStore zones,
      RuleBooks rules,
      Clock clock) {
    this.subzones = subzones;
    this.revisions = revisions;
    this.zones = zones;
    this.rules = rules;
    this.clock = clock;
  }

  /** What the plan shows. */
  public DraftState of(Plan plan) {
    return at(plan, plan.headRevision());
  }

  /**
   * What a revision of the plan showed; the revision must exist. Read from the history, which
   * nobody changes while it is read; a plan without one came from a file and is published.
   */
  public DraftState at(Plan plan, int revision) {
    return recent.get(
        key(plan, revision),
        key -> state(plan, revision == 0 ? subzones.shown(plan) : subzones.at(plan, revision)));
  }

  /** As {@link #at}, empty where the plan never had such a revision. */
  public Optional<DraftState> find(Plan plan, int revision) {
    return revisions.exists(plan.id(), revision)
        ? Optional.of(at(plan, revision))
        : Optional.empty();
  }

  /**
   * Keeps the state of a revision whose transaction has ended well, in place of the one before it:
   * who draws goes on from the newest, and a cache full of steps would push that one out.
   */
  void keep(int revisionBefore, Plan plan, DraftState state) {
    if (revisionBefore != plan.headRevision()) {
      recent.invalidate(key(plan, revisionBefore));
    }
    recent.put(key(plan, plan.headRevision()), state);
  }

  private DraftState state(Plan plan, Map<String, Subzone> shown) {
    RuleBook book = rules.current();
    LocalDate today = LocalDate.now(clock);
    return new DraftState(zones.get(plan.zoneCode()), shown, use -> book.leastWidthM(use, today));
  }

  private Key key(Plan plan, int revision) {
    return new Key(
        plan.id(),
        revision,
        zones.contentSha256(plan.zoneCode()),
        rules.current().sha256(),
        LocalDate.now(clock));
  }

  private static int weight(DraftState state) {
    return 100 + state.subzones().values().stream().mapToInt(s -> s.shape().getNumPoints()).sum();
  }
}

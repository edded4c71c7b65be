package vn.khuxuong.allocation.round;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.allocation.round.RoundProcess.Action;
import vn.khuxuong.allocation.round.RoundProcess.Actor;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.tenancy.Parties;
import vn.khuxuong.tenancy.RoundOffers;

/**
 * Offers every placement of the approved run in one transaction: all of it happens or nothing. A
 * placement whose bays somebody has taken meanwhile, or whose application has gone, is passed over
 * and told; a re-run finds it another place.
 */
@Component
class OfferRound {
  private final RoundStore rounds;
  private final RunStore runs;
  private final OutcomeStore outcomes;
  private final MeanwhileStore meanwhile;
  private final RoundSteps steps;
  private final CriteriaJson criteria;
  private final RoundOffers offers;
  private final Parties parties;

  OfferRound(
      RoundStore rounds,
      RunStore runs,
      OutcomeStore outcomes,
      MeanwhileStore meanwhile,
      RoundSteps steps,
      CriteriaJson criteria,
      RoundOffers offers,
      Parties parties) {
    this.rounds = rounds;
    this.runs = runs;
    this.outcomes = outcomes;
    this.meanwhile = meanwhile;
    this.steps = steps;
    this.criteria = criteria;
    this.offers = offers;
    this.parties = parties;
  }

  /** Makes the offers; those that the round has made before stand. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public Round offer(long id, @Nullable String reason, @Nullable String ifMatch) {
    Round round = steps.lock(id, Action.OFFER, Actor.OFFICER, ifMatch);
    String username = parties.caller().username();
    long run = Optional.ofNullable(round.approvedRun()).orElseThrow();
    OffsetDateTime deadline = rounds.now().plusDays(criteria.of(round).offerDays());
    Set<String> before = meanwhile.offered(id);
    Map<String, List<RoundJson.Placement>> byApplication = new LinkedHashMap<>();
    for (RoundJson.Placement placement : runs.placements(run, Optional.empty())) {
      byApplication.computeIfAbsent(placement.application(), a -> new ArrayList<>()).add(placement);
    }
    Map<String, Object> told = new LinkedHashMap<>();
    byApplication.forEach(
        (application, placements) -> {
          if (!before.contains(application)) {
            told.put(application, offer(round, run, placements, deadline, username));
          }
        });
    steps.take(
        round,
        Action.OFFER,
        new RoundSteps.By(Actor.OFFICER, username, reason),
        Map.of(
            "run",
            run,
            "deadline",
            deadline.toInstant().toString(),
            "outcomes",
            told,
            "outcomesSha256",
            outcomes.sha256(run)));
    return rounds.find(id).orElseThrow();
  }

  private String offer(
      Round round,
      long run,
      List<RoundJson.Placement> placements,
      OffsetDateTime deadline,
      String username) {
    RoundJson.Placement first = placements.get(0);
    double area = placements.stream().mapToInt(RoundJson.Placement::areaM2).sum();
    List<RoundOffers.Place> places =
        placements.stream()
            .map(
                p ->
                    new RoundOffers.Place(
                        p.buildingCode(), p.level(), p.firstBay(), p.bayCount(), p.areaM2() / area))
            .toList();
    try {
      List<Long> made =
          offers.offer(
              first.application(),
              places,
              YearMonth.parse(first.start()).atDay(1),
              deadline,
              username);
      outcomes.insert(OutcomeStore.made(round.id(), run, first.application(), made));
      return "offers " + made;
    } catch (ProblemException refused) {
      String slug = refused.type().kind().slug();
      outcomes.insert(
          new OutcomeStore.Outcome(
              round.id(),
              run,
              first.application(),
              List.of(),
              slug,
              refused.detail(Language.VI),
              refused.detail(Language.EN)));
      return slug;
    }
  }
}

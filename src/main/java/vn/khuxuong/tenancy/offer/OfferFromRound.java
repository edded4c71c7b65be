package vn.khuxuong.tenancy.offer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.space.Claim;
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.space.Claims;
import vn.khuxuong.space.SpaceProblem;
import vn.khuxuong.tenancy.ApplicationProcess.Action;
import vn.khuxuong.tenancy.ApplicationProcess.Actor;
import vn.khuxuong.tenancy.ApplicationSteps;
import vn.khuxuong.tenancy.ProcessProblem;
import vn.khuxuong.tenancy.RoundOffers;

/** Makes the offers of rounds, each with a savepoint of its own. */
@Component
class OfferFromRound implements RoundOffers {
  private final OfferStore store;
  private final ApplicationSteps steps;
  private final Claims claims;
  private final JdbcClient jdbc;
  private final Audit audit;

  OfferFromRound(
      OfferStore store, ApplicationSteps steps, Claims claims, JdbcClient jdbc, Audit audit) {
    this.store = store;
    this.steps = steps;
    this.claims = claims;
    this.jdbc = jdbc;
    this.audit = audit;
  }

  @Override
  @Transactional(propagation = Propagation.NESTED)
  public List<Long> offer(
      String application,
      List<Place> places,
      LocalDate from,
      OffsetDateTime deadline,
      String username) {
    ApplicationSteps.Standing standing =
        steps
            .find(application)
            .orElseThrow(
                () ->
                    ProcessProblem.UNKNOWN_APPLICATION.with(
                        "Không có hồ sơ " + application + ".",
                        "There is no application " + application + "."));
    List<Long> made = new ArrayList<>();
    for (Place place : places) {
      boolean first = made.isEmpty();
      Claim claim = claims.offer(wish(standing, place, from, first), deadline);
      if (first) {
        steps.take(
            standing.id(), Action.OFFER, Actor.OFFICER, username, claim.id(), "allocation round");
      }
      long id =
          store.insert(
              claim.id(),
              first
                  ? new OfferStore.Origin(standing.firmId(), standing.id(), null, null)
                  : OfferStore.Origin.together(standing.firmId(), made.get(0)),
              deadline,
              store.rent(claim.wish().floorId()),
              username,
              null);
      audit.record(
          username,
          "offer.made",
          "offer",
          String.valueOf(id),
          Map.of("application", application, "claim", claim.id(), "deadline", deadline.toString()));
      made.add(id);
    }
    return made;
  }

  private ClaimWish wish(
      ApplicationSteps.Standing application, Place place, LocalDate from, boolean first) {
    return new ClaimWish(
        floor(place),
        place.firstBay(),
        place.bayCount(),
        from,
        from.plusMonths(application.termMonths()).minusDays(1),
        application.industry(),
        application.hazard(),
        application.traits(),
        application.loadKnM2(),
        Math.ceil(application.powerKva() * place.share() * 10) / 10,
        first ? application.wastewaterM3Day() : 0);
  }

  private long floor(Place place) {
    return jdbc.sql(
            """
            select f.id from space.floors f
            join space.buildings b on b.id = f.building_id
            where b.code = :building and f.level = :level""")
        .param("building", place.building())
        .param("level", place.level())
        .query(Long.class)
        .optional()
        .orElseThrow(
            () ->
                SpaceProblem.UNKNOWN_FLOOR.with(
                    "Nhà " + place.building() + " không còn tầng " + place.level() + ".",
                    "Building " + place.building() + " has no floor " + place.level() + "."));
  }
}

package vn.khuxuong.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Trait;
import vn.khuxuong.tenancy.ApplicationProcess.Action;
import vn.khuxuong.tenancy.ApplicationProcess.Actor;
import vn.khuxuong.tenancy.ApplicationProcess.State;
import vn.khuxuong.tenancy.ApplicationProcess.Step;

/** Moves applications along {@link ApplicationProcess}, each step audited. */
@Component
public class ApplicationSteps {
  private static final Map<Action, String> PAST =
      Map.ofEntries(
          Map.entry(Action.ASK_FOR_MORE, "returned"),
          Map.entry(Action.SUBMIT, "submitted"),
          Map.entry(Action.FIND_ELIGIBLE, "found-eligible"),
          Map.entry(Action.FIND_INELIGIBLE, "found-ineligible"),
          Map.entry(Action.HOLD, "held"),
          Map.entry(Action.RELEASE, "released"),
          Map.entry(Action.OFFER, "offered"),
          Map.entry(Action.ACCEPT, "leased"),
          Map.entry(Action.DECLINE, "declined"),
          Map.entry(Action.TAKE_BACK, "offer-taken-back"),
          Map.entry(Action.LAPSE, "lapsed"),
          Map.entry(Action.WITHDRAW, "withdrawn"));

  private static final String STANDING =
      """
      select id, code, firm_id, status, industry, hazard, traits, load_kn_m2, power_kva,
             wastewater_m3_day, term_months
      from tenancy.applications
      """;

  private final JdbcClient jdbc;
  private final Audit audit;

  ApplicationSteps(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /**
   * Where an application stands, and what would go on in its bays.
   *
   * @param status name of a {@link State}
   */
  public record Standing(
      long id,
      String code,
      long firmId,
      String status,
      Industry industry,
      HazardClass hazard,
      Set<Trait> traits,
      double loadKnM2,
      double powerKva,
      double wastewaterM3Day,
      int termMonths) {
    public Standing {
      traits = Set.copyOf(traits);
    }
  }

  /** The application of a code; empty for none. */
  public Optional<Standing> find(String code) {
    return jdbc.sql(STANDING + "where code = :code")
        .param("code", code)
        .query((row, n) -> standing(row))
        .optional();
  }

  /**
   * The application of a code.
   *
   * @param party that asks; what it may not see is not there for it
   * @throws ProblemException {@link ProcessProblem#UNKNOWN_APPLICATION}
   */
  public Standing get(String code, Party party) {
    return find(code)
        .filter(found -> party.sees(found.firmId()))
        .orElseThrow(
            () ->
                ProcessProblem.UNKNOWN_APPLICATION
                    .with("Không có hồ sơ nào mang mã này.", "No application has this code.")
                    .field("application"));
  }

  /**
   * Takes a step in the running transaction.
   *
   * @param username who does it, {@link Audit#SYSTEM} for time
   * @param claim the bays that answer the application from now on; null leaves what there is
   * @throws ProblemException {@link ProcessProblem#WRONG_STATE} where the table has no such step,
   *     or not for this actor
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(
      long id, Action action, Actor actor, String username, @Nullable Long claim, String reason) {
    Standing before = lock(id);
    Step<State> step = step(before, action, actor).orElseThrow(() -> wrong(before, actor));
    take(before, step, action, username, claim, reason);
  }

  /**
   * Takes a step that follows from the end of a hold or offer; an application that has gone another
   * way meanwhile, such as one that was withdrawn, stays where it is.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(long id, Action action, Actor actor, String username, String reason) {
    Standing before = lock(id);
    step(before, action, actor)
        .ifPresent(step -> take(before, step, action, username, null, reason));
  }

  private Standing lock(long id) {
    return jdbc.sql(STANDING + "where id = :id for update")
        .param("id", id)
        .query((row, n) -> standing(row))
        .single();
  }

  private static Optional<Step<State>> step(Standing before, Action action, Actor actor) {
    return ApplicationProcess.step(State.valueOf(before.status()), action)
        .filter(found -> found.who().contains(actor));
  }

  private void take(
      Standing before,
      Step<State> step,
      Action action,
      String username,
      @Nullable Long claim,
      String reason) {
    jdbc.sql(
            """
            update tenancy.applications
            set status = :status, occupancy_id = coalesce(:claim, occupancy_id),
                lock_version = lock_version + 1
            where id = :id""")
        .param("status", step.to().name())
        .param("claim", claim, Types.BIGINT)
        .param("id", before.id())
        .update();
    audit.record(
        username,
        "application." + PAST.get(action),
        "application",
        before.code(),
        Map.of("from", before.status(), "to", step.to().name(), "reason", reason));
  }

  private static ProblemException wrong(Standing before, Actor actor) {
    Set<Action> open = ApplicationProcess.open(State.valueOf(before.status()), actor);
    return ProcessProblem.WRONG_STATE
        .with(
            "Hồ sơ " + before.code() + " đang ở trạng thái " + before.status() + ".",
            "Application " + before.code() + " is " + before.status() + ".")
        .field("application")
        .remedy("Việc làm được lúc này: " + open + ".", "What can be done now: " + open + ".")
        .with("status", before.status());
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getLong("id"),
        row.getString("code"),
        row.getLong("firm_id"),
        row.getString("status"),
        Industry.valueOf(row.getString("industry")),
        HazardClass.valueOf(row.getString("hazard")),
        Arrays.stream((Object[]) row.getArray("traits").getArray())
            .map(name -> Trait.valueOf(name.toString()))
            .collect(Collectors.toUnmodifiableSet()),
        row.getDouble("load_kn_m2"),
        row.getDouble("power_kva"),
        row.getDouble("wastewater_m3_day"),
        row.getInt("term_months"));
  }
}

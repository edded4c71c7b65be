package vn.khuxuong.allocation.round;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.answer.Reserved;
import vn.khuxuong.allocation.answer.SmallestChange;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;

/** Lays the newest answer of a round out on the floors that the round froze, for officers. */
@Component
class ReadBoard {
  private static final BoardStore.Name NOBODY = new BoardStore.Name("", "");

  private final ReadRound read;
  private final RoundStore rounds;
  private final RunStore runs;
  private final KeepAnswer keep;
  private final NameStore names;
  private final BoardStore board;
  private final JsonMapper json;

  ReadBoard(
      ReadRound read,
      RoundStore rounds,
      RunStore runs,
      KeepAnswer keep,
      NameStore names,
      BoardStore board,
      JsonMapper json) {
    this.read = read;
    this.rounds = rounds;
    this.runs = runs;
    this.keep = keep;
    this.names = names;
    this.board = board;
    this.json = json;
  }

  /**
   * The board of a round.
   *
   * @throws ProblemException {@link RoundProblem#NOT_YET} before the round has closed
   */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional(readOnly = true)
  public BoardJson.Board read(long id) {
    Round round = read.visible(id);
    if (!round.status().frozen()) {
      throw RoundProblem.NOT_YET.with("Đợt chưa khóa hồ sơ.", "The round is not closed yet.");
    }
    Instance instance = keep.frozen(id).instance();
    RunStore.Kept run = runs.newest(id).orElse(null);
    Map<String, String> zones = names.zoneNames();
    return new BoardJson.Board(
        id,
        run == null ? null : run.id(),
        instance.weights(),
        instance.zones().stream()
            .map(z -> new BoardJson.Zone(z.id(), zones.getOrDefault(z.id(), z.id())))
            .toList(),
        buildings(instance),
        floors(instance),
        applicants(round, instance, run));
  }

  private List<BoardJson.Building> buildings(Instance instance) {
    Map<String, BoardStore.Place> places =
        board.buildings(instance.buildings().stream().map(Instance.Building::id).toList()).stream()
            .collect(Collectors.toMap(BoardStore.Place::code, Function.identity()));
    List<BoardJson.Building> buildings = new ArrayList<>();
    for (Instance.Building building : instance.buildings()) {
      String code = building.id();
      BoardStore.Place place =
          places.getOrDefault(code, new BoardStore.Place(code, code, code, null, null));
      buildings.add(
          new BoardJson.Building(
              code, building.zone(), place.nameVi(), place.nameEn(), place.lon(), place.lat()));
    }
    return buildings;
  }

  private static List<BoardJson.Floor> floors(Instance instance) {
    Map<String, List<Instance.Tenant>> tenants =
        instance.tenants().stream().collect(Collectors.groupingBy(Instance.Tenant::floor));
    List<BoardJson.Floor> floors = new ArrayList<>();
    for (Instance.Floor floor : instance.floors()) {
      floors.add(
          new BoardJson.Floor(
              floor.building(),
              floor.level(),
              floor.loadKnM2(),
              floor.clearHeightDm() / 10.0,
              floor.rentKvnd(),
              floor.bays().stream().map(Instance.Bay::areaM2).toList(),
              floor.breaks(),
              tenants.getOrDefault(floor.id(), List.of()).stream()
                  .map(
                      t ->
                          new BoardJson.Held(
                              t.startBay(), t.bayCount(), FrozenProblem.isOut(t.id())))
                  .toList()));
    }
    return floors;
  }

  private List<BoardJson.Applicant> applicants(
      Round round, Instance instance, RunStore.@Nullable Kept run) {
    Map<String, Instance.Firm> firms =
        instance.firms().stream().collect(Collectors.toMap(Instance.Firm::id, Function.identity()));
    Map<String, Placement> placed = new HashMap<>();
    if (run != null) {
      KeepAnswer.placements(run, instance).forEach(p -> placed.put(p.firm(), p));
    }
    Map<String, BoardStore.Cause> causes = run == null ? Map.of() : board.causes(run.id());
    Map<String, BoardStore.Name> people = board.firms(round.id());
    Map<String, String> vi = names.industryNames(true);
    Map<String, String> en = names.industryNames(false);
    Map<String, String> zoneOf = zoneOf(instance);
    Map<String, Instance.Floor> floors =
        instance.floors().stream()
            .collect(Collectors.toMap(Instance.Floor::id, Function.identity()));
    List<BoardJson.Applicant> applicants = new ArrayList<>();
    for (RoundStore.Entry entry : rounds.entries(round.id())) {
      Instance.Firm firm = firms.get(entry.application());
      if (firm == null) {
        continue;
      }
      Placement placement = placed.get(firm.id());
      BoardStore.Cause cause = causes.get(firm.id());
      BoardStore.Name name = people.getOrDefault(firm.id(), NOBODY);
      String sector = Reserved.industry(firm.industry());
      applicants.add(
          new BoardJson.Applicant(
              firm.id(),
              name.vi(),
              name.en(),
              entry.place(),
              entry.points(),
              firm.sizeClass(),
              sector,
              vi.getOrDefault(sector, sector),
              en.getOrDefault(sector, sector),
              firm.flags().domestic(),
              firm.flags().displaced(),
              firm.flags().supporting(),
              needs(firm),
              firm.zonePrefs(),
              firm.acceptOther(),
              placement == null
                  ? List.of()
                  : placement.blocks().stream().map(b -> block(floors, b)).toList(),
              placement == null ? 0 : rank(firm, placement, zoneOf),
              placement == null ? null : month(round.month0(), placement.start()),
              cause == null ? null : cause.code(),
              cause == null ? null : cause.vi(),
              cause == null ? null : cause.en(),
              change(cause, Language.VI),
              change(cause, Language.EN)));
    }
    return applicants;
  }

  private @Nullable String change(BoardStore.@Nullable Cause cause, Language language) {
    if (cause == null || cause.change() == null) {
      return null;
    }
    return ChangeText.brief(json.readValue(cause.change(), SmallestChange.Change.class), language);
  }

  private static BoardJson.Needs needs(Instance.Firm firm) {
    return new BoardJson.Needs(
        firm.areaMinM2(),
        firm.areaMaxM2(),
        firm.loadKnM2(),
        firm.clearHeightDm() / 10.0,
        firm.liftTon(),
        firm.powerKva(),
        firm.wastewaterM3(),
        firm.hazard(),
        firm.budgetKvnd());
  }

  private static BoardJson.Block block(Map<String, Instance.Floor> floors, Placement.Block b) {
    Instance.Floor floor = Objects.requireNonNull(floors.get(b.floor()));
    return new BoardJson.Block(
        floor.building(), floor.level(), b.startBay(), b.bayCount(), KeepAnswer.areaM2(floor, b));
  }

  private static String month(YearMonth month0, int start) {
    return month0.plusMonths(start).toString();
  }

  /** The zone of each floor. */
  static Map<String, String> zoneOf(Instance instance) {
    Map<String, String> zones =
        instance.buildings().stream()
            .collect(Collectors.toMap(Instance.Building::id, Instance.Building::zone));
    return instance.floors().stream()
        .collect(Collectors.toMap(Instance.Floor::id, f -> zones.getOrDefault(f.building(), "")));
  }

  /** Place of the zone in the firm's list, 1 the best; 0 where it did not list it. */
  static int rank(Instance.Firm firm, Placement placement, Map<String, String> zoneOf) {
    return firm.zonePrefs().indexOf(zoneOf.getOrDefault(placement.blocks().get(0).floor(), "")) + 1;
  }
}

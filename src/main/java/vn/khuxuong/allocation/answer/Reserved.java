package vn.khuxuong.allocation.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.khuxuong.allocation.solver.Instance;

/**
 * Floors kept for a group, in the words of the exchange format: a firm's industry is written with
 * the groups it belongs to, {@code ELECTRONICS~SME}, and a kept floor admits only industries that
 * are written with its group. So engines, checker and any other reader keep the reservation by rule
 * H10 without knowing of it.
 */
public final class Reserved {
  private static final char MARK = '~';

  private Reserved() {}

  /**
   * The problem with its kept floors; the same problem where none is.
   *
   * @param kept the group by id of the floor
   */
  public static Instance apply(Instance instance, Map<String, Group> kept) {
    if (kept.isEmpty()) {
      return instance;
    }
    List<Instance.Firm> firms =
        instance.firms().stream().map(f -> withIndustry(f, written(f, kept))).toList();
    List<String> all =
        new ArrayList<>(new TreeSet<>(firms.stream().map(Instance.Firm::industry).toList()));
    List<Instance.Floor> floors = new ArrayList<>();
    for (Instance.Floor floor : instance.floors()) {
      Group group = kept.get(floor.id());
      List<String> admitted = new ArrayList<>(group == null ? floor.industries() : List.of());
      for (String written : all) {
        boolean fits =
            floor.industries().contains(industry(written))
                && (group == null || groups(written).contains(group.name()));
        if (fits && !admitted.contains(written)) {
          admitted.add(written);
        }
      }
      floors.add(withIndustries(floor, admitted));
    }
    return new Instance(
        instance.id(),
        instance.weights(),
        instance.preferenceScore(),
        instance.policy(),
        instance.incompatible(),
        instance.zones(),
        instance.buildings(),
        floors,
        instance.tenants(),
        firms);
  }

  /** The line of business behind what is written in a problem. */
  public static String industry(String written) {
    int mark = written.indexOf(MARK);
    return mark < 0 ? written : written.substring(0, mark);
  }

  private static List<String> groups(String written) {
    int mark = written.indexOf(MARK);
    return mark < 0 ? List.of() : List.of(written.substring(mark + 1).split("\\+", -1));
  }

  private static String written(Instance.Firm firm, Map<String, Group> kept) {
    String groups =
        new TreeSet<>(kept.values())
            .stream().filter(g -> g.has(firm)).map(Group::name).collect(Collectors.joining("+"));
    return groups.isEmpty() ? firm.industry() : firm.industry() + MARK + groups;
  }

  private static Instance.Firm withIndustry(Instance.Firm f, String industry) {
    return new Instance.Firm(
        f.id(),
        f.submitted(),
        industry,
        f.flags(),
        f.sizeClass(),
        f.priority(),
        f.areaMinM2(),
        f.areaMaxM2(),
        f.loadKnM2(),
        f.clearHeightDm(),
        f.powerKva(),
        f.wastewaterM3(),
        f.liftTon(),
        f.hazard(),
        f.traits(),
        f.cluster(),
        f.startEarliest(),
        f.startLatest(),
        f.termMonths(),
        f.budgetKvnd(),
        f.zonePrefs(),
        f.acceptOther(),
        f.maySplit());
  }

  private static Instance.Floor withIndustries(Instance.Floor f, List<String> industries) {
    return new Instance.Floor(
        f.id(),
        f.building(),
        f.level(),
        f.bays(),
        f.breaks(),
        f.loadKnM2(),
        f.clearHeightDm(),
        f.powerKva(),
        f.liftTon(),
        f.hazards(),
        industries,
        f.availableUntil(),
        f.rentKvnd());
  }
}

package vn.khuxuong.space.search.vacancy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands the parameters of {@code /api/v1/vacancies} that say which machines come, and those
 * on floor and lift, which machines may raise.
 */
final class MachineReader {
  private static final double MOST_KN = 1e4;

  private final Values values;
  private final List<Filter> filters;

  /**
   * @param filters are added to, in the order in which the conditions are read
   */
  MachineReader(Values values, List<Filter> filters) {
    this.values = values;
    this.filters = filters;
  }

  /** What the machines need, null without any; adds the conditions that follow. */
  Machine.@Nullable Needs read() {
    Machine.Needs machine = machine();
    strength(machine);
    lift(machine);
    return machine;
  }

  private Machine.@Nullable Needs machine() {
    Machine machine =
        new Machine(
            values.number("machineWeight", Machine.LEAST_T, Machine.MOST_T),
            values.number("machineLength", Machine.LEAST_M, Machine.MOST_M),
            values.number("machineWidth", Machine.LEAST_M, Machine.MOST_M),
            values.number("machineHeight", Machine.LEAST_M, Machine.MOST_M));
    return machine.isUnknown() ? machines() : more(machine.needs());
  }

  private Machine.@Nullable Needs machines() {
    return Machines.of(values.text("machines"));
  }

  private Machine.Needs more(Machine.Needs one) {
    Machine.Needs others = machines();
    return others == null ? one : one.and(others);
  }

  /** The parameter that a need worked out of machines comes from. */
  private String machineField(String ofOne) {
    return values.text("machines") == null ? ofOne : "machines";
  }

  private void strength(Machine.@Nullable Needs machine) {
    least(
        "load",
        Measure.LOAD_KN_M2,
        MOST_KN,
        machineField("machineWeight"),
        machine == null ? null : machine.loadKnM2());
    least(
        "pointLoad",
        Measure.POINT_LOAD_KN,
        MOST_KN,
        machineField("machineWeight"),
        machine == null ? null : machine.pointLoadKn());
    least(
        "height",
        Measure.CLEAR_HEIGHT_M,
        Machine.MOST_M,
        machineField("machineHeight"),
        machine == null ? null : machine.heightM());
  }

  /** The larger of what is asked for and what the machine needs. */
  private void least(
      String name, Measure measure, double most, String other, @Nullable Double derived) {
    Double asked = values.number(name, 0, most);
    if (derived != null && (asked == null || derived > asked)) {
      filters.add(new Bound(other, measure, true, derived));
    } else if (asked != null) {
      filters.add(new Bound(name, measure, true, asked));
    }
  }

  private void lift(Machine.@Nullable Needs machine) {
    Double capacity = values.number("lift", 0, Machine.MOST_T);
    Double width = values.number("liftDoorWidth", 0, Machine.MOST_M);
    Double height = values.number("liftDoorHeight", 0, Machine.MOST_M);
    String field =
        capacity != null
            ? "lift"
            : width != null ? "liftDoorWidth" : height != null ? "liftDoorHeight" : "";
    double t = larger(capacity, machine == null ? null : machine.liftT());
    if (machine != null && (field.isEmpty() || (capacity != null && t > capacity))) {
      field = machineField("machineWeight");
    }
    LiftTakes lift =
        new LiftTakes(
            field,
            t,
            larger(width, machine == null ? null : machine.liftDoorWidthM()),
            larger(height, machine == null ? null : machine.liftDoorHeightM()),
            larger(null, machine == null ? null : machine.liftCarWidthM()),
            larger(null, machine == null ? null : machine.liftCarDepthM()));
    if (!field.isEmpty()) {
      filters.add(lift);
    }
  }

  private static double larger(@Nullable Double one, @Nullable Double other) {
    return Math.max(one == null ? 0 : one, other == null ? 0 : other);
  }
}

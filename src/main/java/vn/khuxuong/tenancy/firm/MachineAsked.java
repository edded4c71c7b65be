package vn.khuxuong.tenancy.firm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine as it is sent; tonnes and metres.
 *
 * @param name what the firm calls it
 */
public record MachineAsked(
    @Nullable String name,
    @Nullable Double weightT,
    @Nullable Double lengthM,
    @Nullable Double widthM,
    @Nullable Double heightM) {
  private static final int MOST = 20;
  private static final int LONGEST_NAME = 100;
  private static final double LEAST = 0.01;
  private static final double HEAVIEST_T = 500;
  private static final double LONGEST_M = 50;

  /** Reads the machines of a request; faults name {@code machines[i]}. */
  public static List<Machine> read(Faults faults, @Nullable List<@Nullable MachineAsked> machines) {
    List<MachineAsked> asked = faults.list("machines", machines, MOST);
    List<Machine> read = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      MachineAsked one = asked.get(i);
      read.add(
          new Machine(
              faults.text(Faults.item("machines", i, "name"), one.name(), LONGEST_NAME),
              faults.number(
                  Faults.item("machines", i, "weightT"), one.weightT(), LEAST, HEAVIEST_T, "t"),
              faults.number(
                  Faults.item("machines", i, "lengthM"), one.lengthM(), LEAST, LONGEST_M, "m"),
              faults.number(
                  Faults.item("machines", i, "widthM"), one.widthM(), LEAST, LONGEST_M, "m"),
              faults.number(
                  Faults.item("machines", i, "heightM"), one.heightM(), LEAST, LONGEST_M, "m")));
    }
    return List.copyOf(read);
  }
}

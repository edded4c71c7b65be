package vn.khuxuong.space.search.vacancy;

import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Several machines in one text, as the parameter {@code machines} has them: {@code
 * 4.2,2.4,1.8,2.2;0.8,,,2}. Of each its mass in t, then length, width and height in m; what is not
 * known is left empty.
 */
final class Machines {
  private static final String NAME = "machines";
  private static final int MOST = 3;
  private static final int FIGURES = 4;

  private Machines() {}

  /**
   * What all the machines find enough, each figure by the machine that needs most; null without a
   * text. A lift that takes the largest sides takes every machine on its own.
   *
   * @throws ProblemException for a text that is not of this form
   */
  static Machine.@Nullable Needs of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String[] machines = text.split(";", -1);
    if (machines.length > MOST) {
      throw refusal();
    }
    Machine.Needs all = machine(machines[0]).needs();
    for (int i = 1; i < machines.length; i++) {
      all = all.and(machine(machines[i]).needs());
    }
    return all;
  }

  private static Machine machine(String text) {
    String[] figures = text.split(",", -1);
    if (figures.length != FIGURES) {
      throw refusal();
    }
    Machine machine =
        new Machine(
            figure(figures[0], Machine.LEAST_T, Machine.MOST_T),
            figure(figures[1], Machine.LEAST_M, Machine.MOST_M),
            figure(figures[2], Machine.LEAST_M, Machine.MOST_M),
            figure(figures[3], Machine.LEAST_M, Machine.MOST_M));
    if (machine.isUnknown()) {
      throw refusal();
    }
    return machine;
  }

  private static @Nullable Double figure(String text, double least, double most) {
    if (text.isEmpty()) {
      return null;
    }
    double value = Values.numberOf(text);
    if (!(least <= value && value <= most)) {
      throw refusal();
    }
    return value;
  }

  private static ProblemException refusal() {
    return Values.refusal(
        NAME,
        "Không đọc được các máy.",
        "The machines cannot be read.",
        "Nhiều nhất " + MOST + " máy, mỗi máy: nặng (t),dài,rộng,cao (m); ví dụ " + example(),
        "At most "
            + MOST
            + " machines, each: mass (t),length,width,height (m); such as "
            + example());
  }

  private static String example() {
    return NAME + "=4.2,2.4,1.8,2.2;0.8,,,2";
  }
}

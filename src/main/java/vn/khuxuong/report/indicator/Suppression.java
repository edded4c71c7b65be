package vn.khuxuong.report.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Withholds numbers by which the public could learn about a single firm. A line of fewer than
 * {@value #LEAST} projects is withheld; so that the total does not give it away, a line of at least
 * so many goes with it. Where no such line is left, the total goes too. What is zero stays: nothing
 * is told by it.
 */
final class Suppression {
  /** Fewest projects whose sum is published. */
  static final int LEAST = 3;

  private Suppression() {}

  /** Whether a sum over so many projects may not be published. */
  static boolean isSmall(int projects) {
    return projects > 0 && projects < LEAST;
  }

  /**
   * The breakdown as the public may see it.
   *
   * @param detailed projects that are detail of the published balance: what is left of the balance
   *     tells their sum, and is withheld where they are few
   */
  static Breakdown of(Breakdown whole, int detailed) {
    List<Line> lines = new ArrayList<>(whole.lines());
    int hidden = 0;
    boolean covered = false;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean opening = line.key().equals(Line.OPENING);
      if (isSmall(opening ? detailed : count(line))) {
        lines.set(i, line.hidden());
        hidden++;
        covered |= opening && count(line) >= LEAST;
      }
    }
    if (hidden == 0 || (covered && hidden > 1)) {
      return new Breakdown(whole.by(), lines, whole.total());
    }
    Optional<Line> cover =
        lines.stream()
            .filter(line -> !line.withheld() && count(line) >= LEAST)
            .min(
                Comparator.comparing((Line line) -> line.key().equals(Line.OPENING))
                    .thenComparingInt(Suppression::count)
                    .thenComparing(Line::key));
    if (cover.isEmpty()) {
      return new Breakdown(whole.by(), lines, whole.total().hidden());
    }
    lines.set(lines.indexOf(cover.get()), cover.get().hidden());
    return new Breakdown(whole.by(), lines, whole.total());
  }

  private static int count(Line line) {
    return Objects.requireNonNullElse(line.projects(), 0);
  }
}

package vn.khuxuong.report.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts projects: the published balance, plus what the projects' rows say more on a day than on
 * the day of the balance. Rows that are older than the balance are its detail: they tell how a part
 * of it is divided, and never change it.
 */
final class Tally {
  private final List<Project> now;
  private final List<Project> before;
  private final @Nullable Opening opening;

  /**
   * Prepares the counting.
   *
   * @param now projects that count on the day asked
   * @param before projects that count on the day of the balance, as known at the same moment
   * @param opening null where nothing was published by then
   */
  Tally(List<Project> now, List<Project> before, @Nullable Opening opening) {
    this.now = List.copyOf(now);
    this.before = opening == null ? List.of() : List.copyOf(before);
    this.opening = opening;
  }

  /** A sum over projects. */
  record Sum(int projects, BigDecimal usd, BigDecimal vnd) {
    static final Sum NONE = new Sum(0, BigDecimal.ZERO, BigDecimal.ZERO);

    Sum plus(Sum other) {
      return new Sum(projects + other.projects, usd.add(other.usd), vnd.add(other.vnd));
    }

    Sum minus(Sum other) {
      return new Sum(projects - other.projects, usd.subtract(other.usd), vnd.subtract(other.vnd));
    }

    static Sum of(List<Project> projects) {
      Sum sum = NONE;
      for (Project one : projects) {
        sum = sum.plus(new Sum(1, one.capitalUsd(), one.capitalVnd()));
      }
      return sum;
    }
  }

  /** What happened since the balance, or since ever where there is none. */
  Sum moved() {
    return Sum.of(now).minus(Sum.of(before));
  }

  /** Projects that are detail of the balance. */
  int detailed() {
    return before.size();
  }

  /** Projects and US dollars in all. */
  Line total() {
    Sum moved = moved();
    return opening == null
        ? line("TOTAL", "Toàn thành phố", "The whole city", moved, true)
        : line(
            "TOTAL",
            "Toàn thành phố",
            "The whole city",
            new Sum(
                opening.projects() + moved.projects(),
                opening.capitalUsd().add(moved.usd()),
                BigDecimal.ZERO),
            false);
  }

  /** Number of projects that came, went, or changed their capital between the two days. */
  static int changed(List<Project> before, List<Project> now) {
    Map<Long, BigDecimal> capitals = new HashMap<>();
    before.forEach(one -> capitals.put(one.projectId(), one.capitalUsd()));
    int changed = 0;
    for (Project one : now) {
      BigDecimal old = capitals.remove(one.projectId());
      if (old == null || old.compareTo(one.capitalUsd()) != 0) {
        changed++;
      }
    }
    return changed + capitals.size();
  }

  /**
   * The lines by a key, in its order, with what is left of the balance last; they sum to {@link
   * #total()}.
   *
   * @param names the key's names, Vietnamese and English
   */
  Breakdown by(
      String by, Function<Project, String> key, Function<String, Map.Entry<String, String>> names) {
    return by(by, key, names, List.of());
  }

  /**
   * As {@link #by(String, Function, Function)}.
   *
   * @param always keys that have a line even when nothing is counted under them
   */
  Breakdown by(
      String by,
      Function<Project, String> key,
      Function<String, Map.Entry<String, String>> names,
      List<String> always) {
    Map<String, Sum> sums = new TreeMap<>();
    always.forEach(one -> sums.put(one, Sum.NONE));
    for (Project one : now) {
      sums.merge(key.apply(one), Sum.of(List.of(one)), Sum::plus);
    }
    List<Line> lines = new ArrayList<>();
    sums.forEach(
        (k, sum) -> {
          Map.Entry<String, String> name = names.apply(k);
          lines.add(line(k, name.getKey(), name.getValue(), sum, true));
        });
    if (opening != null) {
      Sum rest =
          new Sum(opening.projects(), opening.capitalUsd(), BigDecimal.ZERO).minus(Sum.of(before));
      lines.add(
          line(
              Line.OPENING,
              "Số dư mở đầu, chưa chi tiết",
              "Opening balance, not itemised",
              rest,
              false));
    }
    return new Breakdown(by, lines, total());
  }

  private static Line line(String key, String vi, String en, Sum sum, boolean inVnd) {
    return new Line(key, vi, en, sum.projects(), sum.usd(), inVnd ? sum.vnd() : null, false);
  }
}

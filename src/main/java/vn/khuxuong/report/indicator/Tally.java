package vn.khuxuong.report.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.report.indicator.ReportStore.CellRow;

/**
 * Counts projects: the published balance, plus what the projects' rows say more on a day than on
 * the day of the balance. Rows that are older than the balance are its detail: they tell how a part
 * of it is divided, and never change it.
 */
final class Tally {
  private final Map<String, Map<String, Sum>> sums = new TreeMap<>();
  private final Sum moved;
  private final @Nullable Opening opening;

  private Tally(Sum moved, @Nullable Opening opening) {
    this.moved = moved;
    this.opening = opening;
  }

  /**
   * Counts rows.
   *
   * @param now projects that count on the day asked
   * @param before projects that count on the day of the balance, as known at the same moment
   * @param opening null where nothing was published by then
   */
  static Tally of(List<Project> now, List<Project> before, @Nullable Opening opening) {
    Sum base = opening == null ? Sum.NONE : Sum.of(before);
    Tally tally = new Tally(Sum.of(now).minus(base), opening);
    for (Project one : now) {
      Sum sum = Sum.of(List.of(one));
      tally.add("zone", one.zoneCode(), sum);
      tally.add("sector", one.division(), sum);
      tally.add("year", String.valueOf(one.registeredOn().getYear()), sum);
      tally.add("origin", one.origin(), sum);
      tally.add("supports", one.supports(), sum);
    }
    return tally;
  }

  /** The cells of an edition, of which no project can be told. */
  static Tally ofEdition(List<CellRow> cells, @Nullable Opening opening) {
    Sum moved = Sum.NONE;
    for (CellRow cell : cells) {
      if (opening != null && cell.kind().equals("moved") && cell.key().equals(opening.code())) {
        moved = moved.plus(cell.sum());
      }
    }
    Tally tally = new Tally(moved, opening);
    cells.forEach(cell -> tally.add(cell.kind(), cell.key(), cell.sum()));
    return tally;
  }

  private void add(String by, String key, Sum sum) {
    sums.computeIfAbsent(by, b -> new TreeMap<>()).merge(key, sum, Sum::plus);
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
    return moved;
  }

  /** Projects and US dollars in all. */
  Line total() {
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

  /**
   * The lines by a key, in its order, with what is left of the balance last; they sum to {@link
   * #total()}.
   *
   * @param names the key's names, Vietnamese and English
   * @param always keys that have a line even when nothing is counted under them
   */
  Breakdown by(String by, Function<String, Map.Entry<String, String>> names, List<String> always) {
    Map<String, Sum> of = new TreeMap<>(sums.getOrDefault(by, Map.of()));
    always.forEach(one -> of.putIfAbsent(one, Sum.NONE));
    List<Line> lines = new ArrayList<>();
    of.forEach(
        (key, sum) -> {
          Map.Entry<String, String> name = names.apply(key);
          lines.add(line(key, name.getKey(), name.getValue(), sum, true));
        });
    if (opening != null) {
      Sum all = of.values().stream().reduce(Sum.NONE, Sum::plus);
      Sum whole = new Sum(opening.projects(), opening.capitalUsd(), BigDecimal.ZERO).plus(moved);
      lines.add(
          line(
              Line.OPENING,
              "Số dư mở đầu, chưa chi tiết",
              "Opening balance, not itemised",
              whole.minus(all),
              false));
    }
    return new Breakdown(by, lines, total());
  }

  private static Line line(String key, String vi, String en, Sum sum, boolean inVnd) {
    return new Line(key, vi, en, sum.projects(), sum.usd(), inVnd ? sum.vnd() : null);
  }
}

package vn.khuxuong.report.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.report.indicator.Figures.Absorption;
import vn.khuxuong.report.indicator.Figures.Floors;
import vn.khuxuong.report.indicator.Figures.LeaseEnds;
import vn.khuxuong.report.indicator.Figures.Level;
import vn.khuxuong.report.indicator.Figures.Size;
import vn.khuxuong.report.indicator.Figures.Term;
import vn.khuxuong.report.indicator.Figures.Yield;
import vn.khuxuong.report.indicator.ReportStore.CellRow;
import vn.khuxuong.report.indicator.ReportStore.LevelRow;
import vn.khuxuong.report.indicator.ReportStore.SumRow;
import vn.khuxuong.report.indicator.ReportStore.ZoneRow;

/**
 * What the report says of floors and leases. What is let of which bay and until when is public by
 * day already, with the sector and without the name; counts of firms and of applications the public
 * gets from the editions.
 */
@Component
class MakeFloorFigures {
  private static final int DIGITS = 6;
  private static final List<String> SIZES = List.of("MICRO", "SMALL", "MEDIUM", "LARGE");

  private final ReportStore store;

  MakeFloorFigures(ReportStore store) {
    this.store = store;
  }

  /** The figures; whether they rest on illustrative rows. */
  record Result(
      List<Floors> floors,
      List<Absorption> absorption,
      List<LeaseEnds> leaseEnds,
      List<Size> sizes,
      boolean illustrative) {}

  /**
   * Makes the figures.
   *
   * @param cells of the edition that the public sees; null for staff
   */
  Result run(Asked asked, @Nullable List<CellRow> cells, List<ZoneRow> zones) {
    List<LevelRow> levels = store.floors(asked.on(), asked.known());
    Map<String, SumRow> taken = byKey(store.taken(asked.on(), asked.known()));
    Map<String, SumRow> returned = byKey(store.returned(asked.on(), asked.known()));
    Map<String, SumRow> waiting = byKey(cells == null ? store.waiting() : of(cells, "waiting"));
    List<Floors> floors = new ArrayList<>();
    for (ZoneRow zone : zones) {
      List<LevelRow> own =
          levels.stream().filter(level -> level.zoneCode().equals(zone.code())).toList();
      SumRow wait = waiting.get(zone.code());
      if (own.isEmpty() && wait == null) {
        continue;
      }
      floors.add(
          new Floors(
              zone.code(),
              zone.shortName(),
              zone.nameEn(),
              sum(own, LevelRow::rentableM2),
              sum(own, LevelRow::freeM2),
              sum(own, LevelRow::letM2),
              sum(own, LevelRow::claimedM2),
              sum(own, LevelRow::soonM2),
              area(taken.get(zone.code())),
              area(returned.get(zone.code())),
              wait == null ? 0 : wait.count(),
              area(wait),
              own.stream()
                  .map(level -> new Level(level.level(), level.rentableM2(), level.freeM2()))
                  .toList()));
    }
    List<LeaseEnds> ends =
        store.leaseEnds(asked.on(), asked.known()).stream()
            .map(row -> new LeaseEnds(Integer.parseInt(row.key()), row.count(), row.areaM2()))
            .toList();
    List<SumRow> sizes = cells == null ? store.sizes(asked.on(), asked.known()) : of(cells, "size");
    return new Result(
        floors,
        store.absorption(asked.on(), asked.known()),
        ends,
        SIZES.stream()
            .flatMap(size -> sizes.stream().filter(row -> row.key().equals(size)))
            .map(row -> new Size(row.key(), row.count(), row.areaM2()))
            .toList(),
        levels.stream().anyMatch(LevelRow::illustrative));
  }

  private static List<SumRow> of(List<CellRow> cells, String kind) {
    return cells.stream()
        .filter(cell -> cell.kind().equals(kind))
        .map(cell -> new SumRow(cell.key(), cell.projects(), cell.areaM2()))
        .toList();
  }

  private static BigDecimal area(@Nullable SumRow row) {
    return row == null ? BigDecimal.ZERO : row.areaM2();
  }

  /** What projects make of their ground, of those that say their area and jobs. */
  static List<Yield> yields(List<Project> projects, List<ZoneRow> zones) {
    List<CellRow> cells = new ArrayList<>();
    for (Project one : projects) {
      BigDecimal area = one.areaM2();
      Integer jobs = one.jobs();
      if (area != null && jobs != null) {
        cells.add(
            new CellRow(
                "measured",
                one.zoneCode(),
                1,
                one.capitalUsd(),
                one.capitalVnd(),
                BigDecimal.valueOf(jobs),
                area));
      }
    }
    return yieldsOf(cells, zones);
  }

  /** The same from cells; other kinds are passed over. */
  static List<Yield> yieldsOf(List<CellRow> cells, List<ZoneRow> zones) {
    List<Yield> yields = new ArrayList<>();
    for (ZoneRow zone : zones) {
      int projects = 0;
      BigDecimal area = BigDecimal.ZERO;
      BigDecimal jobs = BigDecimal.ZERO;
      BigDecimal usd = BigDecimal.ZERO;
      for (CellRow cell : cells) {
        if (cell.kind().equals("measured") && cell.key().equals(zone.code())) {
          projects += cell.projects();
          area = area.add(cell.areaM2());
          jobs = jobs.add(cell.jobs());
          usd = usd.add(cell.usd());
        }
      }
      if (projects > 0) {
        yields.add(
            new Yield(
                zone.code(),
                zone.shortName(),
                zone.nameEn(),
                projects,
                area,
                jobs.divide(area, DIGITS, RoundingMode.HALF_UP),
                usd.divide(area, 2, RoundingMode.HALF_UP)));
      }
    }
    return yields;
  }

  static List<Term> terms(List<ZoneRow> zones) {
    return zones.stream()
        .filter(ZoneRow::converting)
        .map(
            zone ->
                new Term(
                    zone.code(),
                    zone.shortName(),
                    zone.nameEn(),
                    zone.grossAreaHa(),
                    zone.termEnd(),
                    zone.termEndPrecision(),
                    zone.dataStatus()))
        .toList();
  }

  private static Map<String, SumRow> byKey(List<SumRow> rows) {
    return rows.stream().collect(Collectors.toMap(SumRow::key, Function.identity()));
  }

  private static BigDecimal sum(List<LevelRow> rows, Function<LevelRow, BigDecimal> of) {
    return rows.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

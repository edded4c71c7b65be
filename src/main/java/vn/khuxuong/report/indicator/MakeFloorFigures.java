package vn.khuxuong.report.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.khuxuong.report.indicator.Figures.Floors;
import vn.khuxuong.report.indicator.Figures.LeaseEnds;
import vn.khuxuong.report.indicator.Figures.Level;
import vn.khuxuong.report.indicator.Figures.Size;
import vn.khuxuong.report.indicator.Figures.Term;
import vn.khuxuong.report.indicator.Figures.Yield;
import vn.khuxuong.report.indicator.ReportStore.LevelRow;
import vn.khuxuong.report.indicator.ReportStore.SumRow;
import vn.khuxuong.report.indicator.ReportStore.ZoneRow;

/**
 * What the report says of floors and leases. Who rents what is public by bay and day already, with
 * the sector and without the name; only counts of firms and of applications are withheld where they
 * are few.
 */
@Component
class MakeFloorFigures {
  private static final int DIGITS = 6;

  private final ReportStore store;

  MakeFloorFigures(ReportStore store) {
    this.store = store;
  }

  /** The figures; whether they rest on illustrative rows. */
  record Result(
      List<Floors> floors, List<LeaseEnds> leaseEnds, List<Size> sizes, boolean illustrative) {}

  Result run(Asked asked, boolean staff, List<ZoneRow> zones) {
    List<LevelRow> levels = store.floors(asked.on(), asked.known());
    Map<String, SumRow> taken = byKey(store.taken(asked.on(), asked.known()));
    Map<String, SumRow> waiting = byKey(store.waiting());
    List<Floors> floors = new ArrayList<>();
    for (ZoneRow zone : zones) {
      List<LevelRow> own =
          levels.stream().filter(level -> level.zoneCode().equals(zone.code())).toList();
      SumRow wait = waiting.get(zone.code());
      SumRow took = taken.get(zone.code());
      if (own.isEmpty() && wait == null) {
        continue;
      }
      boolean hidden = !staff && wait != null && Suppression.isSmall(wait.count());
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
              took == null ? BigDecimal.ZERO : took.areaM2(),
              hidden ? null : wait == null ? Integer.valueOf(0) : Integer.valueOf(wait.count()),
              hidden ? null : wait == null ? BigDecimal.ZERO : wait.areaM2(),
              own.stream()
                  .map(level -> new Level(level.level(), level.rentableM2(), level.freeM2()))
                  .toList()));
    }
    List<LeaseEnds> ends =
        store.leaseEnds(asked.on(), asked.known()).stream()
            .map(row -> new LeaseEnds(Integer.parseInt(row.key()), row.count(), row.areaM2()))
            .toList();
    return new Result(
        floors,
        ends,
        sizes(store.sizes(asked.on(), asked.known()), staff),
        levels.stream().anyMatch(LevelRow::illustrative));
  }

  /**
   * Tenants by size class. The total of let m² is public, so a class of few firms takes the
   * smallest other class with it.
   */
  static List<Size> sizes(List<SumRow> rows, boolean staff) {
    List<Line> lines =
        rows.stream()
            .map(
                row ->
                    new Line(
                        row.key(), row.key(), row.key(), row.count(), row.areaM2(), null, false))
            .toList();
    Line total = new Line("TOTAL", "", "", 0, BigDecimal.ZERO, null, false);
    Breakdown all = new Breakdown("size", lines, total);
    return (staff ? all : Suppression.of(all, 0))
        .lines().stream()
            .map(line -> new Size(line.key(), line.projects(), line.capitalUsd()))
            .toList();
  }

  /**
   * What projects make of their ground.
   *
   * @param lines the projects by zone as the public may see them: what is withheld there is not
   *     told here, and neither is a sum that differs from the one there by few projects
   */
  static List<Yield> yields(
      List<Project> projects, List<ZoneRow> zones, List<Line> lines, boolean staff) {
    List<Yield> yields = new ArrayList<>();
    for (ZoneRow zone : zones) {
      List<Project> own =
          projects.stream()
              .filter(one -> one.zoneCode().equals(zone.code()))
              .filter(one -> one.areaM2() != null && one.jobs() != null)
              .toList();
      if (own.isEmpty()) {
        continue;
      }
      long all = projects.stream().filter(one -> one.zoneCode().equals(zone.code())).count();
      boolean withheld =
          lines.stream().anyMatch(line -> line.key().equals(zone.code()) && line.withheld());
      if (!staff
          && (withheld
              || Suppression.isSmall(own.size())
              || Suppression.isSmall((int) all - own.size()))) {
        yields.add(new Yield(zone.code(), zone.shortName(), zone.nameEn(), null, null, null, null));
        continue;
      }
      BigDecimal area = BigDecimal.ZERO;
      BigDecimal jobs = BigDecimal.ZERO;
      BigDecimal usd = BigDecimal.ZERO;
      for (Project one : own) {
        if (one.areaM2() != null && one.jobs() != null) {
          area = area.add(one.areaM2());
          jobs = jobs.add(BigDecimal.valueOf(one.jobs()));
          usd = usd.add(one.capitalUsd());
        }
      }
      yields.add(
          new Yield(
              zone.code(),
              zone.shortName(),
              zone.nameEn(),
              own.size(),
              area,
              jobs.divide(area, DIGITS, RoundingMode.HALF_UP),
              usd.divide(area, 2, RoundingMode.HALF_UP)));
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

package vn.khuxuong.report.indicator;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.time.CivilTime;
import vn.khuxuong.report.ReportAccess;
import vn.khuxuong.report.indicator.Figures.Point;
import vn.khuxuong.report.indicator.Figures.Share;
import vn.khuxuong.report.indicator.ReportStore.SectorRow;
import vn.khuxuong.report.indicator.ReportStore.ZoneRow;

/**
 * Makes a report. Staff get the day and the knowledge they ask for. The public get what is
 * published: as known at the end of the last quarter, of the last end of a quarter on which at
 * least {@value Suppression#LEAST} projects had come, gone or changed their capital, with small
 * cells withheld; so that neither a cell nor two reports tell of a single firm.
 */
@Component
public class MakeReport {
  /** Programmes that publish no balance count from here. */
  private static final LocalDate SINCE = LocalDate.of(2021, 1, 1);

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final ReportStore store;
  private final MakeFloorFigures floors;
  private final ReportAccess access;

  MakeReport(ReportStore store, MakeFloorFigures floors, ReportAccess access) {
    this.store = store;
    this.floors = floors;
    this.access = access;
  }

  /** The report as the caller may see it. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  Report run(Asked asked) {
    return run(asked, access.isStaff());
  }

  /** What the dossier prints of the report that the caller may see. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public DossierFigures dossier(Asked asked) {
    return DossierFigures.of(run(asked, access.isStaff()));
  }

  /** The report for staff or for the public. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  Report run(Asked asked, boolean staff) {
    List<ZoneRow> zones = store.zones();
    OffsetDateTime known = staff ? asked.known() : lastPublication(asked.known());
    Optional<Opening> opening = store.opening(asked.on(), known);
    LocalDate since = opening.map(Opening::since).orElse(SINCE);
    List<Project> before =
        opening.map(one -> running(one.validOn(), known, asked, since)).orElse(List.of());
    List<Point> points = new ArrayList<>();
    Counted counted =
        staff
            ? new Counted(asked.on(), running(asked.on(), known, asked, since))
            : new Counted(opening.map(Opening::validOn).orElse(null), before);
    if (opening.isPresent()) {
      Opening start = opening.get();
      points.add(point(start.validOn(), new Tally(before, before, start), true));
      List<Project> shown = before;
      for (LocalDate day : days(start.validOn(), asked.on(), known, staff)) {
        List<Project> then = running(day, known, asked, since);
        int changed = Tally.changed(shown, then);
        if (staff || changed >= Suppression.LEAST) {
          points.add(
              point(day, new Tally(then, before, start), changed == 0 && points.size() == 1));
          shown = then;
          counted = staff ? counted : new Counted(day, then);
        }
      }
    }
    Tally tally = new Tally(counted.projects(), before, opening.orElse(null));
    boolean nothing = counted.day() == null;
    List<Breakdown> breakdowns =
        nothing
            ? List.of()
            : breakdowns(tally, zones).stream()
                .map(one -> staff ? one : Suppression.of(one, tally.detailed()))
                .toList();
    MakeFloorFigures.Result space = floors.run(asked, staff, zones);
    return new Report(
        asked.on(),
        asked.known(),
        counted.day(),
        known,
        staff,
        asked.illustrative(),
        opening.orElse(null),
        nothing ? null : current(tally, opening.orElse(null)),
        nothing ? null : share(counted.day(), known, asked, since, staff, before.size()),
        List.copyOf(points),
        breakdowns,
        space.floors(),
        space.leaseEnds(),
        space.sizes(),
        MakeFloorFigures.yields(
            counted.projects(),
            zones,
            nothing || staff ? List.of() : breakdowns.get(0).lines(),
            staff),
        MakeFloorFigures.terms(zones),
        space.illustrative());
  }

  /** What counts on a day; the day is null where nothing does for this reader. */
  private record Counted(@Nullable LocalDate day, List<Project> projects) {}

  private List<Project> running(LocalDate on, OffsetDateTime known, Asked asked, LocalDate since) {
    return store.projects(on, known, asked.illustrative()).stream()
        .filter(one -> one.isSupporting() && one.runsSince(since))
        .toList();
  }

  /** Ends of quarters after the balance; for staff also the day itself. */
  private static List<LocalDate> days(
      LocalDate after, LocalDate on, OffsetDateTime known, boolean staff) {
    LocalDate last = staff ? on : min(on, known.atZoneSameInstant(CivilTime.ZONE).toLocalDate());
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate end = quarterEnd(after); !end.isAfter(last); end = quarterEnd(end.plusDays(1))) {
      if (end.isAfter(after)) {
        days.add(end);
      }
    }
    if (staff && last.isAfter(after) && !days.contains(last)) {
      days.add(last);
    }
    return days;
  }

  private static LocalDate min(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  /** Last day of the quarter that a day is in. */
  static LocalDate quarterEnd(LocalDate day) {
    int month = (day.getMonthValue() + 2) / 3 * 3;
    LocalDate first = LocalDate.of(day.getYear(), month, 1);
    return first.plusMonths(1).minusDays(1);
  }

  /** The end of the last quarter before a moment, or a later moment at which a balance came out. */
  private OffsetDateTime lastPublication(OffsetDateTime known) {
    LocalDate day = known.plusNanos(1000).atZoneSameInstant(CivilTime.ZONE).toLocalDate();
    LocalDate first = LocalDate.of(day.getYear(), (day.getMonthValue() + 2) / 3 * 3 - 2, 1);
    OffsetDateTime quarter = first.atStartOfDay(CivilTime.ZONE).toOffsetDateTime().minusNanos(1000);
    return store.publications().stream()
        .filter(one -> !one.isAfter(known) && one.isAfter(quarter))
        .reduce((a, b) -> b)
        .orElse(quarter);
  }

  private static Point point(LocalDate day, Tally tally, boolean published) {
    Line total = tally.total();
    return new Point(day, required(total.projects()), required(total.capitalUsd()), published);
  }

  private static Report.Current current(Tally tally, @Nullable Opening opening) {
    Line total = tally.total();
    Tally.Sum moved = tally.moved();
    return new Report.Current(
        required(total.projects()),
        required(total.capitalUsd()),
        moved.projects(),
        moved.usd(),
        moved.vnd(),
        opening == null || moved.projects() != 0 || moved.usd().signum() != 0);
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  private Share share(
      @Nullable LocalDate day,
      OffsetDateTime known,
      Asked asked,
      LocalDate since,
      boolean staff,
      int detailed) {
    List<Project> all =
        day == null
            ? List.of()
            : store.projects(day, known, asked.illustrative()).stream()
                .filter(one -> one.runsSince(since))
                .toList();
    Tally.Sum whole = Tally.Sum.of(all);
    Tally.Sum part = Tally.Sum.of(all.stream().filter(Project::isSupporting).toList());
    boolean hidden =
        !staff
            && (Suppression.isSmall(detailed)
                || Suppression.isSmall(part.projects())
                || Suppression.isSmall(whole.projects() - part.projects()));
    return hidden
        ? new Share(null, null, null, null)
        : new Share(part.projects(), whole.projects(), part.usd(), whole.usd());
  }

  private List<Breakdown> breakdowns(Tally tally, List<ZoneRow> zones) {
    Map<String, ZoneRow> byCode =
        zones.stream().collect(Collectors.toMap(ZoneRow::code, Function.identity()));
    Map<String, SectorRow> sectors =
        store.sectors().stream().collect(Collectors.toMap(SectorRow::code, Function.identity()));
    return List.of(
        tally.by(
            "zone",
            Project::zoneCode,
            code -> {
              ZoneRow zone = byCode.get(code);
              return zone == null
                  ? Map.entry(code, code)
                  : Map.entry(zone.shortName(), zone.nameEn());
            },
            zones.stream().filter(ZoneRow::converting).map(ZoneRow::code).toList()),
        tally.by(
            "sector",
            Project::division,
            code -> {
              SectorRow sector = sectors.get(code);
              return sector == null
                  ? Map.entry(code, code)
                  : Map.entry(sector.nameVi(), sector.nameEn());
            }),
        tally.by(
            "year",
            one -> String.valueOf(one.registeredOn().getYear()),
            year -> Map.entry(year, year)),
        tally.by(
            "origin",
            Project::origin,
            code -> {
              Locale country = new Locale.Builder().setRegion(code).build();
              return Map.entry(
                  country.getDisplayCountry(VIETNAMESE), country.getDisplayCountry(Locale.ENGLISH));
            }),
        tally.by(
            "supports",
            Project::supports,
            code ->
                code.equals("CERTIFICATE")
                    ? Map.entry("Có giấy xác nhận ưu đãi", "With an incentive certificate")
                    : Map.entry("Sản phẩm thuộc danh mục", "Product of the list"),
            List.of("CERTIFICATE", "PRODUCT")));
  }
}

package vn.khuxuong.report.indicator;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.report.ReportAccess;
import vn.khuxuong.report.indicator.Figures.Point;
import vn.khuxuong.report.indicator.Figures.Share;
import vn.khuxuong.report.indicator.ReportStore.CellRow;
import vn.khuxuong.report.indicator.ReportStore.EditionRow;
import vn.khuxuong.report.indicator.ReportStore.SectorRow;
import vn.khuxuong.report.indicator.ReportStore.ZoneRow;

/**
 * Makes a report. Staff get the day and the knowledge they ask for. The public get the edition that
 * speaks of the day or of one before it: editions are made at the ends of quarters, of what was
 * known then, and neither a figure in one nor a difference between two is that of one or two firms
 * ({@code reporting.publish}).
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
    return access.isStaff() ? forStaff(asked) : forAll(asked);
  }

  /** What the dossier prints of the report that the caller may see. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public DossierFigures dossier(Asked asked) {
    return DossierFigures.of(run(asked));
  }

  private Report forStaff(Asked asked) {
    OffsetDateTime known = asked.known();
    Opening opening = store.opening(asked.on(), known).orElse(null);
    LocalDate since = opening == null ? SINCE : opening.since();
    List<Project> before = opening == null ? List.of() : running(opening.validOn(), asked, since);
    List<Project> now = running(asked.on(), asked, since);
    List<Point> points = new ArrayList<>();
    if (opening != null) {
      points.add(point(opening.validOn(), Tally.of(before, before, opening), true));
      for (LocalDate day : days(opening.validOn(), asked.on())) {
        List<Project> then = running(day, asked, since);
        points.add(point(day, Tally.of(then, before, opening), false));
      }
    }
    List<Project> all =
        store.projects(asked.on(), known, asked.illustrative()).stream()
            .filter(one -> one.runsSince(since))
            .toList();
    Tally.Sum whole = Tally.Sum.of(all);
    Tally.Sum part = Tally.Sum.of(now);
    List<ZoneRow> zones = store.zones();
    return report(
        asked,
        new Counted(
            asked.on(),
            known,
            opening,
            Tally.of(now, before, opening),
            points,
            new Share(part.projects(), whole.projects(), part.usd(), whole.usd()),
            MakeFloorFigures.yields(now, zones)),
        null,
        null,
        zones);
  }

  private Report forAll(Asked asked) {
    Opening opening = store.opening(asked.on(), asked.known()).orElse(null);
    List<EditionRow> editions = store.editions(asked.on(), asked.known());
    EditionRow last = editions.isEmpty() ? null : editions.get(editions.size() - 1);
    List<CellRow> cells = last == null ? List.of() : store.cells(last.day(), asked.illustrative());
    List<Point> points = new ArrayList<>();
    LocalDate day = opening == null ? null : opening.validOn();
    OffsetDateTime known = opening == null ? asked.known() : opening.knownAt();
    if (opening != null) {
      points.add(point(opening.validOn(), Tally.ofEdition(List.of(), opening), true));
      for (EditionRow edition : editions) {
        if (edition.day().isAfter(opening.validOn())
            && edition.madeAt().isAfter(opening.knownAt())) {
          day = edition.day();
          known = edition.madeAt();
          points.add(
              point(day, Tally.ofEdition(store.cells(day, asked.illustrative()), opening), false));
        }
      }
    }
    List<ZoneRow> zones = store.zones();
    return report(
        asked,
        new Counted(
            day,
            known,
            opening,
            Tally.ofEdition(opening == null ? List.of() : cells, opening),
            points,
            share(cells),
            opening == null ? List.of() : MakeFloorFigures.yieldsOf(cells, zones)),
        cells,
        last == null ? null : last.day(),
        zones);
  }

  /** What is counted for a reader; the day is null where nothing is. */
  private record Counted(
      @Nullable LocalDate day,
      OffsetDateTime known,
      @Nullable Opening opening,
      Tally tally,
      List<Point> points,
      Share share,
      List<Figures.Yield> yields) {}

  private Report report(
      Asked asked,
      Counted counted,
      @Nullable List<CellRow> cells,
      @Nullable LocalDate countedOn,
      List<ZoneRow> zones) {
    boolean nothing = counted.day() == null;
    MakeFloorFigures.Result space = floors.run(asked, cells, zones);
    return new Report(
        asked.on(),
        asked.known(),
        counted.day(),
        counted.known(),
        cells == null,
        asked.illustrative(),
        counted.opening(),
        nothing ? null : current(counted.tally(), counted.opening()),
        nothing ? null : counted.share(),
        List.copyOf(counted.points()),
        nothing ? List.of() : breakdowns(counted.tally(), zones),
        space.floors(),
        space.absorption(),
        space.leaseEnds(),
        space.sizes(),
        counted.yields(),
        MakeFloorFigures.terms(zones),
        space.illustrative(),
        countedOn,
        store.rate(asked.on(), asked.known()).orElse(null));
  }

  private List<Project> running(LocalDate on, Asked asked, LocalDate since) {
    return store.projects(on, asked.known(), asked.illustrative()).stream()
        .filter(one -> one.isSupporting() && one.runsSince(since))
        .toList();
  }

  /** Ends of quarters after the balance, and the day itself. */
  private static List<LocalDate> days(LocalDate after, LocalDate on) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate end = quarterEnd(after); !end.isAfter(on); end = quarterEnd(end.plusDays(1))) {
      if (end.isAfter(after)) {
        days.add(end);
      }
    }
    if (on.isAfter(after) && !days.contains(on)) {
      days.add(on);
    }
    return days;
  }

  /** Last day of the quarter that a day is in. */
  static LocalDate quarterEnd(LocalDate day) {
    int month = (day.getMonthValue() + 2) / 3 * 3;
    LocalDate first = LocalDate.of(day.getYear(), month, 1);
    return first.plusMonths(1).minusDays(1);
  }

  private static Point point(LocalDate day, Tally tally, boolean published) {
    Line total = tally.total();
    return new Point(day, total.projects(), total.capitalUsd(), published);
  }

  private static Report.Current current(Tally tally, @Nullable Opening opening) {
    Line total = tally.total();
    Tally.Sum moved = tally.moved();
    return new Report.Current(
        total.projects(),
        total.capitalUsd(),
        moved.projects(),
        moved.usd(),
        moved.vnd(),
        opening == null || moved.projects() != 0 || moved.usd().signum() != 0);
  }

  private static Share share(List<CellRow> cells) {
    Tally.Sum part = Tally.Sum.NONE;
    Tally.Sum whole = Tally.Sum.NONE;
    for (CellRow cell : cells) {
      if (cell.kind().equals("share")) {
        whole = whole.plus(cell.sum());
        part = cell.key().equals("SUPPORTING") ? part.plus(cell.sum()) : part;
      }
    }
    return new Share(part.projects(), whole.projects(), part.usd(), whole.usd());
  }

  private List<Breakdown> breakdowns(Tally tally, List<ZoneRow> zones) {
    Map<String, ZoneRow> byCode =
        zones.stream().collect(Collectors.toMap(ZoneRow::code, Function.identity()));
    Map<String, SectorRow> sectors =
        store.sectors().stream().collect(Collectors.toMap(SectorRow::code, Function.identity()));
    return List.of(
        tally.by(
            "zone",
            code -> {
              ZoneRow zone = byCode.get(code);
              return zone == null
                  ? other(code, "Khu khác, mỗi khu dưới 3 doanh nghiệp", "Other zones")
                  : Map.entry(zone.shortName(), zone.nameEn());
            },
            zones.stream().filter(ZoneRow::converting).map(ZoneRow::code).toList()),
        tally.by(
            "sector",
            code -> {
              SectorRow sector = sectors.get(code);
              return sector == null
                  ? other(code, "Ngành khác, mỗi ngành dưới 3 doanh nghiệp", "Other sectors")
                  : Map.entry(sector.nameVi(), sector.nameEn());
            },
            List.of()),
        tally.by(
            "year",
            year -> other(year, "Năm khác, mỗi năm dưới 3 doanh nghiệp", "Other years"),
            List.of()),
        tally.by(
            "origin",
            code -> {
              if (code.equals(Line.OTHER)) {
                return other(code, "Nước khác, mỗi nước dưới 3 doanh nghiệp", "Other countries");
              }
              Locale country = new Locale.Builder().setRegion(code).build();
              return Map.entry(
                  country.getDisplayCountry(VIETNAMESE), country.getDisplayCountry(Locale.ENGLISH));
            },
            List.of()),
        tally.by(
            "supports",
            code ->
                code.equals(Line.OTHER)
                    ? other(code, "Loại có dưới 3 doanh nghiệp", "Kinds")
                    : code.equals("CERTIFICATE")
                        ? Map.entry("Có giấy xác nhận ưu đãi", "With an incentive certificate")
                        : Map.entry("Sản phẩm thuộc danh mục", "Product of the list"),
            List.of("CERTIFICATE", "PRODUCT")));
  }

  private static Map.Entry<String, String> other(String code, String vi, String en) {
    return code.equals(Line.OTHER)
        ? Map.entry(vi, en + ", each of fewer than 3 firms")
        : Map.entry(code, code);
  }
}

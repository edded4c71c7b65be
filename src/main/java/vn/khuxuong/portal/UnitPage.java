package vn.khuxuong.portal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.space.building.BuildingJson;

/** What the unit sheet says, in one language. Money in USD as contracts name it, VND beside. */
final class UnitPage {

  /** A bay of the run. */
  record Row(String code, String area, String status) {}

  private static final int USUAL_MONTHS = 36;

  private final Words words;
  private final UnitRun run;
  private final BuildingJson building;
  private final BuildingJson.Floor floor;
  private final @Nullable LocalDate on;

  UnitPage(Words words, UnitRun run, @Nullable LocalDate on) {
    this.words = words;
    this.run = run;
    this.building = run.building();
    this.floor = run.floor();
    this.on = on;
  }

  String title() {
    return place() + ", " + name() + ", " + zone();
  }

  String place() {
    return words
        .text(run.bays().size() > 1 ? "sheet_title_many" : "sheet_title")
        .replace("{floor}", String.valueOf(floor.level()))
        .replace("{bays}", run.range());
  }

  String name() {
    return words.language().choose(building.nameVi(), building.nameEn());
  }

  String zone() {
    return building.zone().shortName();
  }

  String codes() {
    return run.codes();
  }

  String area() {
    return words.area(run.areaM2());
  }

  boolean open() {
    return run.open();
  }

  String status() {
    LocalDate from = run.freeFrom();
    if (run.open() && from != null && from.isAfter(building.asOf())) {
      return words.text("free_from", "date", date(from));
    }
    return run.status()
        .map(status -> words.text(status.equals("FREE") ? "free_at_once" : "status_" + status))
        .orElseGet(() -> words.text("unit_mixed"));
  }

  /** When the bays become free, where they are not now and it is known; else empty. */
  String later() {
    LocalDate from = run.freeFrom();
    return run.open() || from == null ? "" : words.text("free_from", "date", date(from));
  }

  String rentTotal() {
    return words.vnd(floor.rentVndM2Month() * run.areaM2());
  }

  String rentTotalUsd() {
    return words.number(floor.rentUsdM2Month() * run.areaM2()) + " USD";
  }

  String rentRate() {
    return words.rent(floor.rentUsdM2Month(), floor.rentVndM2Month());
  }

  /** What the law gives on conditions, with its article; empty without. */
  String incentive() {
    BuildingJson.Incentive cut = building.incentive();
    if (cut == null) {
      return "";
    }
    double left = run.areaM2() * (1 - cut.minCutPct() / 100);
    String reduced = words.money(floor.rentUsdM2Month() * left, floor.rentVndM2Month() * left);
    return words
            .text("incentive")
            .replace("{usd}", reduced)
            .replace("{years}", words.number(cut.months() / 12.0, 1))
            .replace("{cut}", words.number(cut.minCutPct(), 1))
            .replace("{source}", choose(cut.sourceVi(), cut.sourceEn()))
        + " "
        + words.text("incentive_who", "who", choose(cut.conditionVi(), cut.conditionEn()));
  }

  List<Row> bays() {
    return run.bays().size() < 2
        ? List.of()
        : run.bays().stream()
            .map(
                bay ->
                    new Row(
                        bay.code(),
                        words.number(bay.areaM2(), 1) + " m²",
                        words.text("status_" + bay.status())))
            .toList();
  }

  List<UnitFacts.Group> groups() {
    return new UnitFacts(words, run).groups();
  }

  String asOf() {
    return words.text("unit_as_of", "date", date(building.asOf()));
  }

  /** What kind of data this is, and that it is no offer. */
  String source() {
    return words.text("unit_source_" + building.dataStatus().toLowerCase(Locale.ROOT));
  }

  String revision() {
    return String.valueOf(building.revision());
  }

  /** The address at which to apply for these bays. */
  String applyHref() {
    LocalDate from = run.freeFrom();
    return "/firm/apply?building="
        + building.code()
        + "&floor="
        + floor.level()
        + "&firstBay="
        + run.first()
        + "&bayCount="
        + run.bays().size()
        + (from == null ? "" : "&from=" + from)
        + "&months="
        + USUAL_MONTHS;
  }

  String applyText() {
    return run.bays().size() > 1
        ? words.text("apply_bays", "n", run.bays().size())
        : words.text("apply_bay");
  }

  /** The bays on the building's screen. */
  String screenHref() {
    String range = run.path().substring(run.path().lastIndexOf('/') + 1);
    return "/?b="
        + building.code()
        + "&floor="
        + floor.level()
        + "&bays="
        + range
        + (on == null ? "" : "&on=" + on)
        + (words.language() == Language.EN ? "&lang=en" : "");
  }

  /** A moment as the pages write it: 14:32, 24/11/2026. */
  String moment(LocalDateTime now) {
    return now.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT))
        + ", "
        + date(now.toLocalDate());
  }

  private String date(LocalDate day) {
    return words.language().date(day);
  }

  private String choose(String vi, String en) {
    return words.language().choose(vi, en);
  }
}

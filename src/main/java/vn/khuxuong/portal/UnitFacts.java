package vn.khuxuong.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.building.BuildingJson;
import vn.khuxuong.space.building.BuildingJson.GoodsLift;

/** The figures of a unit sheet, in groups, in one language. */
final class UnitFacts {

  /** A named figure; {@code note} is empty where there is nothing to add. */
  record Fact(String label, String value, String note) {}

  /** Figures under one heading. */
  record Group(String title, List<Fact> facts) {}

  private static final String NOTHING = "–";
  private static final double KN_PER_TONNE = 9.81;

  private final Words words;
  private final UnitRun run;
  private final BuildingJson building;
  private final BuildingJson.Floor floor;

  UnitFacts(Words words, UnitRun run) {
    this.words = words;
    this.run = run;
    this.building = run.building();
    this.floor = run.floor();
  }

  List<Group> groups() {
    return List.of(floorGroup(), powerGroup(), goodsGroup(), fireGroup(), leaseGroup());
  }

  private Group floorGroup() {
    return group(
        "unit_group_floor",
        fact(
            "fit_load",
            words.number(floor.loadKnM2(), 1) + " kN/m²",
            "≈ " + words.number(floor.loadKnM2() / KN_PER_TONNE, 2) + " t/m²"),
        fact("unit_point_load", words.number(floor.pointLoadKn(), 1) + " kN", ""),
        fact("fit_height", words.number(floor.clearHeightM(), 1) + " m", ""),
        fact(
            "unit_grid_columns",
            words.number(building.gridXM(), 1) + " × " + words.number(building.gridYM(), 1) + " m",
            ""),
        fact(
            "unit_building",
            words.count("n_storeys", building.storeys())
                + (building.completed() == null ? "" : ", " + building.completed()),
            words.text("unit_gfa", "area", words.area(building.gfaM2()))));
  }

  private Group powerGroup() {
    return group(
        "unit_group_power",
        fact(
            "fit_power",
            number(floor.powerLeftKva()) + " kVA",
            words.text("unit_of", "value", number(floor.powerKva()) + " kVA")),
        fact("unit_power_building", number(building.powerKva()) + " kVA", ""),
        fact(
            "unit_wastewater",
            words.text("unit_m3_day", "value", words.number(building.wastewaterM3Day(), 1)),
            words.text("unit_class", "class", building.wastewaterClass())),
        fact("unit_exhaust", yesOrNo(building.exhaust()), ""));
  }

  private Group goodsGroup() {
    List<Fact> facts = new ArrayList<>();
    building.goodsLifts().stream()
        .collect(Collectors.groupingBy(UnitFacts::size, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (size, lifts) -> {
              GoodsLift one = lifts.get(0);
              facts.add(
                  fact(
                      "goods_lifts",
                      lifts.size() + " × " + words.number(one.capacityT(), 1) + " t",
                      words
                          .text("unit_lift")
                          .replace("{car}", metres(one.carWidthM(), one.carDepthM()))
                          .replace("{door}", metres(one.doorWidthM(), one.doorHeightM()))));
            });
    facts.add(fact("unit_loading_bays", String.valueOf(building.loadingBays()), ""));
    facts.add(
        fact("unit_truck", words.text("floor_n", "n", String.valueOf(building.truckLevel())), ""));
    return new Group(words.text("unit_group_goods"), facts);
  }

  private static String size(GoodsLift lift) {
    return lift.capacityT() + "/" + lift.carWidthM() + "/" + lift.carDepthM();
  }

  private Group fireGroup() {
    return group(
        "unit_group_use",
        fact("fit_hazard", String.join(", ", floor.hazards()), words.text("unit_qcvn")),
        fact("unit_sprinklers", yesOrNo(building.sprinklered()), ""),
        fact("unit_fire_height", words.number(building.fireHeightM(), 1) + " m", ""),
        fact(
            "fit_industries",
            floor.industries().stream()
                .map(one -> choose(one.vi(), one.en()))
                .collect(Collectors.joining(", ")),
            ""),
        fact("neighbours", neighbours(), ""));
  }

  private Group leaseGroup() {
    String end = termEnd();
    return group(
        "unit_group_lease",
        fact(
            "unit_service",
            words.rent(
                building.serviceChargeUsdM2Month(), inVnd(building.serviceChargeUsdM2Month())),
            words.text(
                "unit_per_month",
                "value",
                money(building.serviceChargeUsdM2Month() * run.areaM2()))),
        fact("unit_deposit", deposit(), ""),
        fact("let_until", end == null ? NOTHING : end, words.text("unit_land_term")),
        fact("unit_handover", date(building.availableFrom()), ""));
  }

  /** In months, and of this run in money. */
  private String deposit() {
    Double months = building.depositMonths();
    if (months == null) {
      return NOTHING;
    }
    double usd =
        months * (floor.rentUsdM2Month() + building.serviceChargeUsdM2Month()) * run.areaM2();
    return words
        .text("unit_deposit_value", "months", words.number(months, 1))
        .replace("{money}", money(usd));
  }

  /** At the rate that the floor's rent has in both currencies; null where it is free of charge. */
  private @Nullable Double inVnd(double usd) {
    return floor.rentUsdM2Month() > 0
        ? usd * floor.rentVndM2Month() / floor.rentUsdM2Month()
        : null;
  }

  private String money(double usd) {
    Double vnd = inVnd(usd);
    return vnd == null ? words.number(usd) + " USD" : words.money(usd, vnd);
  }

  private String neighbours() {
    List<String> beside =
        floor.occupancies().stream()
            .filter(claim -> !claim.from().isAfter(building.asOf()))
            .filter(
                claim ->
                    claim.firstBay() + claim.bayCount() == run.first()
                        || claim.firstBay() == run.last() + 1)
            .map(
                claim ->
                    words
                        .text("neighbour")
                        .replace("{sector}", choose(claim.sectorVi(), claim.sectorEn()))
                        .replace("{hazard}", claim.hazard()))
            .distinct()
            .toList();
    return beside.isEmpty() ? words.text("neighbours_none") : String.join("; ", beside);
  }

  private @Nullable String termEnd() {
    LocalDate end = building.zone().termEnd();
    if (end == null) {
      return null;
    }
    return "DAY".equals(building.zone().termEndPrecision())
        ? date(end)
        : String.valueOf(end.getYear());
  }

  private Group group(String title, Fact... facts) {
    return new Group(words.text(title), Stream.of(facts).toList());
  }

  private Fact fact(String label, String value, String note) {
    return new Fact(words.text(label), value.isEmpty() ? NOTHING : value, note);
  }

  private String metres(double a, double b) {
    return words.number(a, 1) + " × " + words.number(b, 1) + " m";
  }

  private String yesOrNo(boolean value) {
    return words.text(value ? "unit_yes" : "unit_no");
  }

  private String number(double value) {
    return words.number(value);
  }

  private String date(LocalDate day) {
    return words.language().date(day);
  }

  private String choose(String vi, String en) {
    return words.language().choose(vi, en);
  }
}

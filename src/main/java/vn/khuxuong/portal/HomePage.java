package vn.khuxuong.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.portal.PublishedSpace.Bay;
import vn.khuxuong.portal.PublishedSpace.Building;
import vn.khuxuong.portal.PublishedSpace.Floor;
import vn.khuxuong.portal.PublishedSpace.Zone;

/** The parts of the page that can be read without scripts, in one language. */
final class HomePage {

  /** A line of the list: a zone or a building. */
  record Card(
      String code,
      String href,
      String name,
      String line,
      String caution,
      String area,
      String tag,
      boolean full,
      SectionGlyph glyph) {}

  /** One zone instead of the list of all. */
  record ZonePage(String name, String facts, List<Card> buildings) {}

  /** A named figure of a building. */
  record Fact(String label, String value) {}

  /** A bay in the table of a building. */
  record Row(
      int level, int bay, String area, String status, String load, String height, String rent) {}

  /** One building with all its bays. */
  record BuildingPage(
      String name, String zoneName, String zoneHref, List<Fact> facts, List<Row> rows) {}

  private static final String NOTHING = "–";

  private final Words words;
  private final PublishedSpace space;
  private final @Nullable Integer vndPerUsd;

  HomePage(Words words, PublishedSpace space) {
    this.words = words;
    this.space = space;
    this.vndPerUsd = space.vndPerUsd();
  }

  /** Dong of a dollar of rent, null where no floor says. */
  @Nullable Integer vndPerUsd() {
    return vndPerUsd;
  }

  List<Card> zones(List<Zone> zones) {
    Map<String, List<Floor>> levels =
        space.levelsOfZones().stream().collect(Collectors.groupingBy(Floor::owner));
    return zones.stream()
        .map(zone -> zoneCard(zone, levels.getOrDefault(zone.code(), List.of())))
        .toList();
  }

  /** What the list is headed with: how many bays are free, and in how many zones. */
  String title(List<Zone> zones) {
    int bays = zones.stream().mapToInt(Zone::freeBays).sum();
    int open = (int) zones.stream().filter(zone -> zone.freeM2() > 0).count();
    return words.count("free_count", bays) + " " + words.count("at_zones", open);
  }

  private Card zoneCard(Zone zone, List<Floor> levels) {
    List<String> line = new ArrayList<>();
    if (zone.planned()) {
      line.add(words.text("being_planned"));
    }
    if (zone.buildings() > 0) {
      line.add(words.count("n_buildings", zone.buildings()));
    }
    levels.stream()
        .map(Floor::rentFromUsd)
        .filter(rent -> rent != null)
        .min(Double::compare)
        .ifPresent(rent -> line.add(fromRent(rent)));
    String end = termEnd(zone.termEnd(), zone.termEndPrecision());
    String caution =
        zone.planned()
            ? words.number(zone.grossAreaHa(), 2) + " ha"
            : zone.freeM2() == 0
                ? words.text("full_now")
                : end == null ? "" : words.text("caution_term", "end", end);
    String tag =
        zone.planned()
            ? words.text("tag_planned")
            : zone.freeM2() > 0 ? words.count("tag_free", zone.freeBays()) : words.text("tag_full");
    return new Card(
        zone.code(),
        href("zone", zone.code()),
        zone.shortName(),
        String.join(", ", line),
        caution,
        zone.planned() ? NOTHING : words.area(zone.freeM2()),
        tag,
        zone.freeM2() == 0,
        SectionGlyph.of(levels, zone.planned()));
  }

  ZonePage zone(Zone zone) {
    Map<String, List<Floor>> floors =
        space.floorsOfBuildings(zone.code()).stream().collect(Collectors.groupingBy(Floor::owner));
    List<Card> cards =
        space.buildings(zone.code()).stream()
            .map(
                building -> buildingCard(building, floors.getOrDefault(building.code(), List.of())))
            .toList();
    String end = termEnd(zone.termEnd(), zone.termEndPrecision());
    String facts =
        words.number(zone.grossAreaHa(), 2)
            + " ha"
            + (end == null ? "" : " · " + words.text("caution_term", "end", end));
    String name = words.language().choose(zone.nameVi(), zone.nameEn());
    return new ZonePage(name, facts, cards);
  }

  private Card buildingCard(Building building, List<Floor> floors) {
    List<String> line = new ArrayList<>();
    line.add(words.count("n_storeys", building.storeys()));
    if (building.rentFromUsd() != null) {
      line.add(fromRent(building.rentFromUsd()));
    }
    boolean full = building.freeM2() == 0;
    return new Card(
        building.code(),
        href("b", building.code()),
        name(building),
        String.join(", ", line),
        words.text("up_to_load", "load", load(building.maxLoadKnM2())),
        words.area(building.freeM2()),
        full
            ? words.text("tag_full")
            : words.text("longest_run", "area", words.area(building.longestRunM2())),
        full,
        SectionGlyph.of(floors, false));
  }

  BuildingPage building(Building building) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("free_now"), words.area(building.freeM2())));
    facts.add(new Fact(words.text("longest_free"), words.area(building.longestRunM2())));
    if (building.rentFromUsd() != null) {
      facts.add(new Fact(words.text("rent"), rent(building.rentFromUsd())));
    }
    if (building.goodsLifts() > 0 && building.liftMaxT() != null) {
      facts.add(
          new Fact(
              words.text("goods_lifts"),
              building.goodsLifts() + " × " + words.number(building.liftMaxT(), 1) + " t"));
    }
    return new BuildingPage(
        name(building),
        building.zoneName(),
        href("zone", building.zoneCode()),
        List.copyOf(facts),
        space.bays(building.code()).stream().map(this::row).toList());
  }

  private Row row(Bay bay) {
    boolean open = bay.status().equals("FREE") || bay.status().equals("SOON");
    return new Row(
        bay.level(),
        bay.bayNo(),
        words.number(bay.areaM2()),
        words.text("status_" + bay.status()),
        bay.loadKnM2() == null ? NOTHING : load(bay.loadKnM2()),
        bay.clearHeightM() == null ? NOTHING : words.number(bay.clearHeightM(), 1) + " m",
        open && bay.rentUsdM2Month() != null ? rent(bay.rentUsdM2Month()) : NOTHING);
  }

  private String name(Building building) {
    return words.language().choose(building.nameVi(), building.nameEn());
  }

  private String fromRent(double usd) {
    return words.text("from_rent", "rent", rent(usd));
  }

  private String rent(double usd) {
    return words.rent(usd, vndPerUsd == null ? null : usd * vndPerUsd);
  }

  private String load(double knM2) {
    return words.number(knM2, 1) + " kN/m²";
  }

  private @Nullable String termEnd(@Nullable LocalDate end, @Nullable String precision) {
    if (end == null) {
      return null;
    }
    return "DAY".equals(precision) ? date(end) : String.valueOf(end.getYear());
  }

  /** A civil date as the page writes it: 24/11/2026, or 24 Nov 2026. */
  String date(LocalDate day) {
    return words.language().date(day);
  }

  private String href(String name, String code) {
    String lang = words.language() == Language.EN ? "&lang=en" : "";
    return "/?" + name + "=" + code + lang;
  }
}

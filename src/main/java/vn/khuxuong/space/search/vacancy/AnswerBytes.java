package vn.khuxuong.space.search.vacancy;

import static vn.khuxuong.space.search.vacancy.JsonBytes.ascii;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers as JSON: the very bytes that the object mapper would write of a {@link
 * VacancyJson}, in a fraction of the time. What is seldom there is left to the mapper.
 */
final class AnswerBytes {
  /** A first page with its counts has about so many. */
  private static final int EXPECTED = 40_000;

  private final JsonMapper mapper;

  AnswerBytes(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** The answer as JSON. */
  byte[] of(VacancyJson answer) {
    JsonBytes out = new JsonBytes(EXPECTED);
    out.after(F.AS_OF).day(answer.asOf());
    out.after(F.REVISION).number(answer.revision());
    out.raw(F.ASKED);
    asked(out, answer.asked());
    out.raw(F.TOTAL);
    total(out, answer.total());
    out.raw(F.HITS);
    list(out, answer.hits(), AnswerBytes::hit);
    out.after(F.NEXT).text(answer.next());
    out.raw(F.FACETS);
    facets(out, answer.facets());
    out.raw(F.MISSED);
    out.raw(mapper.writeValueAsBytes(answer.missed()));
    out.raw(F.METHODS);
    list(out, answer.methods(), AnswerBytes::method);
    out.raw('}');
    return out.toBytes();
  }

  private static <T> void list(JsonBytes out, List<T> all, BiConsumer<JsonBytes, T> one) {
    out.raw('[');
    for (int i = 0; i < all.size(); i++) {
      out.next('[');
      one.accept(out, all.get(i));
    }
    out.raw(']');
  }

  private void asked(JsonBytes out, VacancyJson.Asked asked) {
    out.after(F.FROM).day(asked.from());
    out.after(F.MONTHS).orNull(asked.months());
    out.after(F.SPLIT).bool(asked.split());
    out.after(F.SORT).text(asked.sort());
    out.after(F.LIMIT).number(asked.limit());
    out.raw(F.MACHINE);
    if (asked.machine() == null) {
      out.text(null);
    } else {
      out.raw(mapper.writeValueAsBytes(asked.machine()));
    }
    out.raw('}');
  }

  private static void total(JsonBytes out, VacancyJson.Total total) {
    out.after(F.FIRST_COUNT).number(total.count());
    out.after(F.BAYS).number(total.bays());
    out.after(F.AREA_M2).number(total.areaM2());
    out.after(F.ZONES).number(total.zones());
    out.raw('}');
  }

  private static void hit(JsonBytes out, VacancyJson.Hit hit) {
    out.after(F.BUILDING).text(hit.building());
    out.after(F.BUILDING_VI).text(hit.buildingVi());
    out.after(F.BUILDING_EN).text(hit.buildingEn());
    out.after(F.ZONE).text(hit.zone());
    out.after(F.ZONE_VI).text(hit.zoneVi());
    out.after(F.ZONE_EN).text(hit.zoneEn());
    out.after(F.FLOOR_ID).number(hit.floorId());
    out.after(F.LEVEL).number(hit.level());
    out.after(F.FIRST_BAY).number(hit.firstBay());
    out.after(F.BAY_COUNT).number(hit.bayCount());
    out.after(F.AREA_M2).number(hit.areaM2());
    out.after(F.FREE_FROM).day(hit.freeFrom());
    out.after(F.FREE_UNTIL).day(hit.freeUntil());
    out.after(F.LOAD_KN_M2).number(hit.loadKnM2());
    out.after(F.POINT_LOAD_KN).number(hit.pointLoadKn());
    out.after(F.CLEAR_HEIGHT_M).number(hit.clearHeightM());
    out.after(F.LIFT_T).number(hit.liftT());
    out.after(F.POWER_LEFT_KVA).number(hit.powerLeftKva());
    out.after(F.WASTEWATER_LEFT_M3_DAY).number(hit.wastewaterLeftM3Day());
    out.after(F.HAZARDS).texts(hit.hazards());
    out.after(F.INDUSTRIES).texts(hit.industries());
    out.after(F.RENT_USD_M2_MONTH).number(hit.rentUsdM2Month());
    out.after(F.RENT_VND_M2_MONTH).number(hit.rentVndM2Month());
    out.after(F.SERVICE_CHARGE_USD_M2_MONTH).number(hit.serviceChargeUsdM2Month());
    out.raw(F.PART);
    part(out, hit.part());
    out.raw(F.WITH);
    part(out, hit.with());
    out.after(F.CENTRE).numbers(hit.centre());
    out.after(F.DISTANCE_M).orNull(hit.distanceM());
    out.after(F.INCENTIVE).bool(hit.incentive());
    out.after(F.DATA_STATUS).text(hit.dataStatus());
    out.raw('}');
  }

  private static void part(JsonBytes out, VacancyJson.@Nullable Part part) {
    if (part == null) {
      out.text(null);
      return;
    }
    out.after(F.FIRST_FLOOR_ID).number(part.floorId());
    out.after(F.LEVEL).number(part.level());
    out.after(F.FIRST_BAY).number(part.firstBay());
    out.after(F.BAY_COUNT).number(part.bayCount());
    out.after(F.AREA_M2).number(part.areaM2());
    out.raw('}');
  }

  private static void facets(JsonBytes out, VacancyJson.Facets facets) {
    out.raw(F.FIRST_ZONE);
    list(out, facets.zone(), AnswerBytes::zone);
    out.after(F.MORE_ZONES).number(facets.moreZones());
    out.raw(F.IN_BUILDING);
    list(out, facets.building(), AnswerBytes::building);
    out.raw(F.LEVEL);
    list(out, facets.level(), AnswerBytes::count);
    out.raw(F.LOAD);
    list(out, facets.load(), AnswerBytes::load);
    out.raw(F.HAZARD);
    list(out, facets.hazard(), AnswerBytes::count);
    out.raw(F.INDUSTRY);
    list(out, facets.industry(), AnswerBytes::sector);
    out.raw(F.AVAILABILITY);
    list(out, facets.availability(), AnswerBytes::day);
    out.raw('}');
  }

  private static void zone(JsonBytes out, VacancyJson.Zone zone) {
    out.after(F.VALUE).text(zone.value());
    out.after(F.VI).text(zone.vi());
    out.after(F.EN).text(zone.en());
    out.after(F.COUNT).number(zone.count());
    out.after(F.BAYS).number(zone.bays());
    out.after(F.AREA_M2).number(zone.areaM2());
    out.after(F.CENTRE).numbers(zone.centre());
    out.raw('}');
  }

  private static void building(JsonBytes out, VacancyJson.InBuilding building) {
    out.after(F.VALUE).text(building.value());
    out.after(F.ZONE).text(building.zone());
    out.after(F.COUNT).number(building.count());
    out.after(F.BAYS).number(building.bays());
    out.after(F.AREA_M2).number(building.areaM2());
    out.after(F.LONGEST_M2).number(building.longestM2());
    out.after(F.RENT_FROM_USD).number(building.rentFromUsd());
    out.raw('}');
  }

  private static void count(JsonBytes out, VacancyJson.Count count) {
    out.after(F.VALUE).text(count.value());
    out.after(F.COUNT).number(count.count());
    out.raw('}');
  }

  private static void load(JsonBytes out, VacancyJson.LoadClass load) {
    out.after(F.FROM).number(load.from());
    out.after(F.BELOW).orNull(load.below());
    out.after(F.COUNT).number(load.count());
    out.raw('}');
  }

  private static void sector(JsonBytes out, VacancyJson.Sector sector) {
    out.after(F.VALUE).text(sector.value());
    out.after(F.VI).text(sector.vi());
    out.after(F.EN).text(sector.en());
    out.after(F.COUNT).number(sector.count());
    out.raw('}');
  }

  private static void day(JsonBytes out, VacancyJson.FromDay day) {
    out.after(F.FROM).day(day.from());
    out.after(F.COUNT).number(day.count());
    out.raw('}');
  }

  private static void method(JsonBytes out, VacancyJson.Method method) {
    out.after(F.SUBJECT).text(method.subject());
    out.after(F.VI).text(method.vi());
    out.after(F.EN).text(method.en());
    out.raw('}');
  }

  /** Names of fields with what stands before and behind them. */
  private static final class F {
    static final byte[] AS_OF = first("asOf");
    static final byte[] REVISION = name("revision");
    static final byte[] ASKED = name("asked");
    static final byte[] TOTAL = name("total");
    static final byte[] HITS = name("hits");
    static final byte[] NEXT = name("next");
    static final byte[] FACETS = name("facets");
    static final byte[] MISSED = name("missed");
    static final byte[] METHODS = name("methods");
    static final byte[] FROM = first("from");
    static final byte[] MONTHS = name("months");
    static final byte[] SPLIT = name("split");
    static final byte[] SORT = name("sort");
    static final byte[] LIMIT = name("limit");
    static final byte[] MACHINE = name("machine");
    static final byte[] FIRST_COUNT = first("count");
    static final byte[] COUNT = name("count");
    static final byte[] BAYS = name("bays");
    static final byte[] AREA_M2 = name("areaM2");
    static final byte[] ZONES = name("zones");
    static final byte[] BUILDING = first("building");
    static final byte[] BUILDING_VI = name("buildingVi");
    static final byte[] BUILDING_EN = name("buildingEn");
    static final byte[] ZONE = name("zone");
    static final byte[] ZONE_VI = name("zoneVi");
    static final byte[] ZONE_EN = name("zoneEn");
    static final byte[] FLOOR_ID = name("floorId");
    static final byte[] FIRST_FLOOR_ID = first("floorId");
    static final byte[] LEVEL = name("level");
    static final byte[] FIRST_BAY = name("firstBay");
    static final byte[] BAY_COUNT = name("bayCount");
    static final byte[] FREE_FROM = name("freeFrom");
    static final byte[] FREE_UNTIL = name("freeUntil");
    static final byte[] LOAD_KN_M2 = name("loadKnM2");
    static final byte[] POINT_LOAD_KN = name("pointLoadKn");
    static final byte[] CLEAR_HEIGHT_M = name("clearHeightM");
    static final byte[] LIFT_T = name("liftT");
    static final byte[] POWER_LEFT_KVA = name("powerLeftKva");
    static final byte[] WASTEWATER_LEFT_M3_DAY = name("wastewaterLeftM3Day");
    static final byte[] HAZARDS = name("hazards");
    static final byte[] INDUSTRIES = name("industries");
    static final byte[] RENT_USD_M2_MONTH = name("rentUsdM2Month");
    static final byte[] RENT_VND_M2_MONTH = name("rentVndM2Month");
    static final byte[] SERVICE_CHARGE_USD_M2_MONTH = name("serviceChargeUsdM2Month");
    static final byte[] PART = name("part");
    static final byte[] WITH = name("with");
    static final byte[] CENTRE = name("centre");
    static final byte[] DISTANCE_M = name("distanceM");
    static final byte[] INCENTIVE = name("incentive");
    static final byte[] DATA_STATUS = name("dataStatus");
    static final byte[] FIRST_ZONE = first("zone");
    static final byte[] MORE_ZONES = name("moreZones");
    static final byte[] IN_BUILDING = name("building");
    static final byte[] LOAD = name("load");
    static final byte[] HAZARD = name("hazard");
    static final byte[] INDUSTRY = name("industry");
    static final byte[] AVAILABILITY = name("availability");
    static final byte[] VALUE = first("value");
    static final byte[] VI = name("vi");
    static final byte[] EN = name("en");
    static final byte[] LONGEST_M2 = name("longestM2");
    static final byte[] RENT_FROM_USD = name("rentFromUsd");
    static final byte[] BELOW = name("below");
    static final byte[] SUBJECT = first("subject");

    private F() {}

    private static byte[] first(String name) {
      return ascii("{\"" + name + "\":");
    }

    private static byte[] name(String name) {
      return ascii(",\"" + name + "\":");
    }
  }
}

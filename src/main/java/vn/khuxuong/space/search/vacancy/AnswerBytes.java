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
    out.raw(F.AS_OF);
    out.day(answer.asOf());
    out.raw(F.REVISION);
    out.number(answer.revision());
    out.raw(F.ASKED);
    asked(out, answer.asked());
    out.raw(F.TOTAL);
    total(out, answer.total());
    out.raw(F.HITS);
    list(out, answer.hits(), AnswerBytes::hit);
    out.raw(F.NEXT);
    out.text(answer.next());
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
    out.raw(F.FROM);
    out.day(asked.from());
    out.raw(F.MONTHS);
    out.orNull(asked.months());
    out.raw(F.SPLIT);
    out.bool(asked.split());
    out.raw(F.SORT);
    out.text(asked.sort());
    out.raw(F.LIMIT);
    out.number(asked.limit());
    out.raw(F.MACHINE);
    if (asked.machine() == null) {
      out.text(null);
    } else {
      out.raw(mapper.writeValueAsBytes(asked.machine()));
    }
    out.raw('}');
  }

  private static void total(JsonBytes out, VacancyJson.Total total) {
    out.raw(F.FIRST_COUNT);
    out.number(total.count());
    out.raw(F.BAYS);
    out.number(total.bays());
    out.raw(F.AREA_M2);
    out.number(total.areaM2());
    out.raw(F.ZONES);
    out.number(total.zones());
    out.raw('}');
  }

  private static void hit(JsonBytes out, VacancyJson.Hit hit) {
    out.raw(F.BUILDING);
    out.text(hit.building());
    out.raw(F.BUILDING_VI);
    out.text(hit.buildingVi());
    out.raw(F.BUILDING_EN);
    out.text(hit.buildingEn());
    out.raw(F.ZONE);
    out.text(hit.zone());
    out.raw(F.ZONE_VI);
    out.text(hit.zoneVi());
    out.raw(F.ZONE_EN);
    out.text(hit.zoneEn());
    out.raw(F.FLOOR_ID);
    out.number(hit.floorId());
    out.raw(F.LEVEL);
    out.number(hit.level());
    out.raw(F.FIRST_BAY);
    out.number(hit.firstBay());
    out.raw(F.BAY_COUNT);
    out.number(hit.bayCount());
    out.raw(F.AREA_M2);
    out.number(hit.areaM2());
    out.raw(F.FREE_FROM);
    out.day(hit.freeFrom());
    out.raw(F.FREE_UNTIL);
    out.day(hit.freeUntil());
    out.raw(F.LOAD_KN_M2);
    out.number(hit.loadKnM2());
    out.raw(F.POINT_LOAD_KN);
    out.number(hit.pointLoadKn());
    out.raw(F.CLEAR_HEIGHT_M);
    out.number(hit.clearHeightM());
    out.raw(F.LIFT_T);
    out.number(hit.liftT());
    out.raw(F.POWER_LEFT_KVA);
    out.number(hit.powerLeftKva());
    out.raw(F.WASTEWATER_LEFT_M3_DAY);
    out.number(hit.wastewaterLeftM3Day());
    out.raw(F.HAZARDS);
    out.texts(hit.hazards());
    out.raw(F.INDUSTRIES);
    out.texts(hit.industries());
    out.raw(F.RENT_USD_M2_MONTH);
    out.number(hit.rentUsdM2Month());
    out.raw(F.RENT_VND_M2_MONTH);
    out.number(hit.rentVndM2Month());
    out.raw(F.SERVICE_CHARGE_USD_M2_MONTH);
    out.number(hit.serviceChargeUsdM2Month());
    out.raw(F.PART);
    part(out, hit.part());
    out.raw(F.WITH);
    part(out, hit.with());
    out.raw(F.CENTRE);
    out.numbers(hit.centre());
    out.raw(F.DISTANCE_M);
    out.orNull(hit.distanceM());
    out.raw(F.INCENTIVE);
    out.bool(hit.incentive());
    out.raw(F.DATA_STATUS);
    out.text(hit.dataStatus());
    out.raw('}');
  }

  private static void part(JsonBytes out, VacancyJson.@Nullable Part part) {
    if (part == null) {
      out.text(null);
      return;
    }
    out.raw(F.FIRST_FLOOR_ID);
    out.number(part.floorId());
    out.raw(F.LEVEL);
    out.number(part.level());
    out.raw(F.FIRST_BAY);
    out.number(part.firstBay());
    out.raw(F.BAY_COUNT);
    out.number(part.bayCount());
    out.raw(F.AREA_M2);
    out.number(part.areaM2());
    out.raw('}');
  }

  private static void facets(JsonBytes out, VacancyJson.Facets facets) {
    out.raw(F.FIRST_ZONE);
    list(out, facets.zone(), AnswerBytes::zone);
    out.raw(F.MORE_ZONES);
    out.number(facets.moreZones());
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
    out.raw(F.VALUE);
    out.text(zone.value());
    out.raw(F.VI);
    out.text(zone.vi());
    out.raw(F.EN);
    out.text(zone.en());
    out.raw(F.COUNT);
    out.number(zone.count());
    out.raw(F.BAYS);
    out.number(zone.bays());
    out.raw(F.AREA_M2);
    out.number(zone.areaM2());
    out.raw(F.CENTRE);
    out.numbers(zone.centre());
    out.raw('}');
  }

  private static void building(JsonBytes out, VacancyJson.InBuilding building) {
    out.raw(F.VALUE);
    out.text(building.value());
    out.raw(F.ZONE);
    out.text(building.zone());
    out.raw(F.COUNT);
    out.number(building.count());
    out.raw(F.BAYS);
    out.number(building.bays());
    out.raw(F.AREA_M2);
    out.number(building.areaM2());
    out.raw(F.LONGEST_M2);
    out.number(building.longestM2());
    out.raw(F.RENT_FROM_USD);
    out.number(building.rentFromUsd());
    out.raw('}');
  }

  private static void count(JsonBytes out, VacancyJson.Count count) {
    out.raw(F.VALUE);
    out.text(count.value());
    out.raw(F.COUNT);
    out.number(count.count());
    out.raw('}');
  }

  private static void load(JsonBytes out, VacancyJson.LoadClass load) {
    out.raw(F.FROM);
    out.number(load.from());
    out.raw(F.BELOW);
    out.orNull(load.below());
    out.raw(F.COUNT);
    out.number(load.count());
    out.raw('}');
  }

  private static void sector(JsonBytes out, VacancyJson.Sector sector) {
    out.raw(F.VALUE);
    out.text(sector.value());
    out.raw(F.VI);
    out.text(sector.vi());
    out.raw(F.EN);
    out.text(sector.en());
    out.raw(F.COUNT);
    out.number(sector.count());
    out.raw('}');
  }

  private static void day(JsonBytes out, VacancyJson.FromDay day) {
    out.raw(F.FROM);
    out.day(day.from());
    out.raw(F.COUNT);
    out.number(day.count());
    out.raw('}');
  }

  private static void method(JsonBytes out, VacancyJson.Method method) {
    out.raw(F.SUBJECT);
    out.text(method.subject());
    out.raw(F.VI);
    out.text(method.vi());
    out.raw(F.EN);
    out.text(method.en());
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

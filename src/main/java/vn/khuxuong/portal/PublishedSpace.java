package vn.khuxuong.portal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.database.PublishedPages;

/** What the page says before any script runs, read from the published views. Areas in m². */
@Component
class PublishedSpace {

  /** A zone with what is free in it today. */
  record Zone(
      String code,
      String shortName,
      String nameVi,
      String nameEn,
      String status,
      double grossAreaHa,
      @Nullable LocalDate termEnd,
      @Nullable String termEndPrecision,
      int buildings,
      double freeM2,
      int freeBays) {
    boolean planned() {
      return status.equals("PLANNED") && freeM2 == 0;
    }
  }

  /** A high-rise factory of a zone. */
  record Building(
      String code,
      String zoneCode,
      String zoneName,
      String nameVi,
      String nameEn,
      int storeys,
      double freeM2,
      double longestRunM2,
      double maxLoadKnM2,
      @Nullable Double rentFromUsd,
      int goodsLifts,
      @Nullable Double liftMaxT) {}

  /** A floor, or the floors of one level of a zone; {@code owner} is the building or the zone. */
  record Floor(
      String owner, int level, double totalM2, double freeM2, @Nullable Double rentFromUsd) {}

  /** A bay as it is today. */
  record Bay(
      int level,
      int bayNo,
      double areaM2,
      String status,
      @Nullable Double loadKnM2,
      @Nullable Double clearHeightM,
      @Nullable Double rentUsdM2Month) {}

  private final JdbcClient published;

  PublishedSpace(@PublishedPages JdbcClient published) {
    this.published = published;
  }

  /** Zones with the most free space first, planned ones last. */
  List<Zone> zones() {
    return published
        .sql(
            """
            select code, short_name, name_vi, name_en, status, gross_area_ha, term_end,
                   term_end_precision, buildings, free_m2, free_bays
            from published.zones_now
            order by status = 'PLANNED' and free_m2 = 0, free_m2 desc, code\
            """)
        .query(Zone.class)
        .list();
  }

  /**
   * What a dollar of rent is in dong by the rents of published floors, rounded to ten; null where
   * none says both. Some floors say it: all rents of a day follow one rate.
   */
  @Nullable Integer vndPerUsd() {
    return published
        .sql(
            """
            select round(sum(rent_vnd_m2_month) / sum(rent_usd_m2_month) / 10)::int * 10
            from (select rent_vnd_m2_month, rent_usd_m2_month from published.floors_now
                  where rent_vnd_m2_month > 0 and rent_usd_m2_month > 0 limit 500) few\
            """)
        .query(Integer.class)
        .optional()
        .orElse(null);
  }

  /** The floors of all zones, summed by level. */
  List<Floor> levelsOfZones() {
    return published
        .sql(
            """
            select zone_code as owner, level, sum(area_m2) as total_m2, sum(free_m2) as free_m2,
                   min(rent_usd_m2_month) filter (where free_m2 > 0) as rent_from_usd
            from published.floors_now
            group by zone_code, level
            order by zone_code, level\
            """)
        .query(Floor.class)
        .list();
  }

  List<Building> buildings(String zoneCode) {
    return published
        .sql(BUILDINGS + " where b.zone_code = :zone order by b.code")
        .param("zone", zoneCode)
        .query(Building.class)
        .list();
  }

  /** The building of a code, or null. */
  @Nullable Building building(String code) {
    return published
        .sql(BUILDINGS + " where b.code = :code")
        .param("code", code)
        .query(Building.class)
        .optional()
        .orElse(null);
  }

  private static final String BUILDINGS =
      """
      select b.code, b.zone_code, z.short_name as zone_name, b.name_vi, b.name_en, b.storeys,
             b.free_m2, b.longest_run_m2, b.max_load_kn_m2, b.rent_from_usd, b.goods_lifts,
             b.lift_max_t
      from published.buildings_now b
      join published.zones_now z on z.code = b.zone_code\
      """;

  List<Floor> floorsOfBuildings(String zoneCode) {
    return published
        .sql(
            """
            select building_code as owner, level, area_m2 as total_m2, free_m2,
                   rent_usd_m2_month as rent_from_usd
            from published.floors_now
            where zone_code = :zone
            order by building_code, level\
            """)
        .param("zone", zoneCode)
        .query(Floor.class)
        .list();
  }

  /** The bays of a building, top floor first. */
  List<Bay> bays(String buildingCode) {
    return published
        .sql(
            """
            select level, bay_no, area_m2, status, load_kn_m2, clear_height_m, rent_usd_m2_month
            from published.bays_now
            where building_code = :building
            order by level desc, bay_no\
            """)
        .param("building", buildingCode)
        .query(Bay.class)
        .list();
  }
}

package vn.khuxuong.space.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.KhuxuongTest;

/** The illustrative buildings as loaded, on the day they were made for. */
@KhuxuongTest
@Transactional
class DemoBuildingsIT {
  @Autowired private DemoBuildings demo;
  @Autowired private JdbcClient jdbc;

  @Test
  void sameRowsOnEveryMachine() {
    assertThat(
            text(
                """
                select md5(string_agg(row, '|' order by row collate "C"))
                from (
                  select concat_ws(',', b.code, f.level, s.no, s.area_m2, s.rentable,
                           s.available_from,
                           case when b.code not like 'PVH-%' then st_astext(s.geom, 7) end) as row
                  from space.bays s
                  join space.floors f on f.id = s.floor_id
                  join space.buildings b on b.id = f.building_id
                  union all
                  select concat_ws(',', b.code, f.level, o.bays, o.during, o.kind, o.industry,
                           o.hazard, o.load_kn_m2, o.power_kva, o.wastewater_m3_day)
                  from space.occupancies o
                  join space.floors f on f.id = o.floor_id
                  join space.buildings b on b.id = f.building_id
                  where o.live) rows"""))
        .isEqualTo("b1575a031247d96093df420ea669bfb9");
  }

  @Test
  void secondRunAddsNothing() {
    long before = count("select count(*) from space.buildings");
    demo.run(new DefaultApplicationArguments());
    assertThat(count("select count(*) from space.buildings")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"TT,3", "HP,3", "TB,2", "BC,2", "CL,1", "PVH,5"})
  void everyZoneHasItsBuildings(String zone, long buildings) {
    assertThat(
            jdbc.sql("select count(*) from published.buildings where zone_code = :zone")
                .param("zone", zone)
                .query(Long.class)
                .single())
        .isEqualTo(buildings);
  }

  @Test
  void buildingsStandInsideTheirZoneAndApart() {
    assertThat(
            names(
                """
                select b.code from space.buildings b
                join zoning.zones z on z.id = b.zone_id
                where not st_contains(z.geom, b.geom)"""))
        .isEmpty();
    assertThat(
            names(
                """
                select a.code from space.buildings a
                join space.buildings b on a.id < b.id
                where st_dwithin(st_transform(a.geom, 9210), st_transform(b.geom, 9210), 23.9)"""))
        .isEmpty();
  }

  @Test
  void buildingsOfPhamVanHaiStandInSupportAndHighRiseSubzones() {
    assertThat(
            names(
                """
                select b.code || ' ' || s.land_use from space.buildings b
                join published.subzones s on st_contains(s.geom, b.geom)
                where b.code like 'PVH-%' order by 1"""))
        .containsExactly(
            "PVH-A SUPPORT", "PVH-B SUPPORT", "PVH-C SUPPORT", "PVH-D HIGHRISE", "PVH-E HIGHRISE");
  }

  @Test
  void baysLieInTheirPlateAndDoNotOverlap() {
    assertThat(
            count(
                """
                select count(*) from space.bays s
                join space.floors f on f.id = s.floor_id
                where zoning.area_m2(st_difference(s.geom, f.geom), 9210) > 0.001"""))
        .isZero();
    assertThat(
            count(
                """
                select count(*) from space.bays a
                join space.bays b on b.floor_id = a.floor_id and b.no > a.no
                where zoning.area_m2(st_intersection(a.geom, b.geom), 9210) > 0.001"""))
        .isZero();
    assertThat(
            count(
                """
                select count(*)
                from (select f.id, sum(s.area_m2) / zoning.area_m2(f.geom, 9210) as share
                      from space.floors f join space.bays s on s.floor_id = f.id
                      group by f.id) floors
                where share not between 0.76 and 0.88"""))
        .isZero();
  }

  @Test
  void figuresAreThoseOfRealHighRiseFactories() {
    assertThat(
            count(
                """
                select count(*) from space.floors f join space.buildings b on b.id = f.building_id
                where f.load_kn_m2 not between 6 and 25 or f.clear_height_m not between 4 and 6.5
                  or f.rent_usd_m2_month not between 3.5 and 6
                  or f.rent_vnd_m2_month not between 85000 and 160000
                  or f.hazards && '{A,B}'
                  or (not b.sprinklered and f.hazards && '{C1,C2}')
                  or f.power_kva / (select sum(s.area_m2) from space.bays s
                                    where s.floor_id = f.id and s.rentable)
                     not between 0.119 and 0.161"""))
        .isZero();
    assertThat(count("select count(*) from space.buildings where fire_height_m > 48"))
        .as("tallest that QCVN 06:2022 allows for hazard C")
        .isZero();
    assertThat(names("select distinct storeys::text from space.buildings"))
        .isSubsetOf("4", "5", "6", "7", "8", "9", "10");
    assertThat(names("select distinct data_status from space.buildings"))
        .containsExactly("ILLUSTRATIVE");
  }

  @Test
  void everyStateOccurs() {
    jdbc.sql("select set_config('khu.on', '2026-11-24', true)").query(String.class).single();
    assertThat(names("select distinct status from published.bays"))
        .containsExactlyInAnyOrder("FREE", "SOON", "HELD", "OFFERED", "LET", "ENDING", "OUT");
    assertThat(
            names(
                """
                select code from published.zones where free_m2 = 0 order by code"""))
        .containsExactly("CL", "PVH");
    assertThat(
            count(
                """
                select count(*) from published.buildings
                where free_m2 / lettable_m2 not between 0.15 and 0.5
                  and zone_code not in ('CL', 'PVH')"""))
        .isZero();
    assertThat(
            text(
                """
                select min(free_from)::text from published.bays where zone_code = 'CL'"""))
        .isEqualTo("2027-03-01");
    assertThat(
            names(
                """
                select distinct status from published.bays where zone_code = 'PVH' order by 1"""))
        .containsExactly("OUT", "SOON");
  }

  private String text(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private List<String> names(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}

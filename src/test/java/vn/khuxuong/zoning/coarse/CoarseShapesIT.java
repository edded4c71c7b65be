package vn.khuxuong.zoning.coarse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.KhuxuongTest;

@KhuxuongTest
@Transactional
class CoarseShapesIT {
  @Autowired private CoarseShapes coarseShapes;
  @Autowired private JdbcClient jdbc;

  @Test
  void everyZoneAndEverySubzoneHasItsCopies() {
    assertThat(count("select count(*) from zoning.coarse_shapes where kind = 'ZONE'"))
        .isEqualTo(3 * count("select count(*) from zoning.zones"));
    assertThat(count("select count(*) from zoning.coarse_shapes where kind = 'SUBZONE'"))
        .isEqualTo(2 * count("select count(*) from published.subzones"));
  }

  @Test
  void copiesHaveFewerVerticesTheCoarserTheFewer() {
    assertThat(points("zones_now", "geom_z8")).isLessThan(points("zones_now", "geom_z11"));
    assertThat(points("zones_now", "geom_z11"))
        .isLessThanOrEqualTo(points("zones_now", "geom_z13"));
    assertThat(points("subzones_now", "geom_z11")).isLessThan(points("subzones_now", "geom_z13"));
    assertThat(points("subzones_now", "geom_z13")).isLessThan(points("subzones_now", "geom_3857"));
  }

  @Test
  void zoneIsExactlyWhatItsSubzonesCoverInEveryBand() {
    for (String band : new String[] {"geom_z11", "geom_z13"}) {
      assertThat(
              jdbc.sql(
                      """
                      select st_area(st_symdifference(z.shape, s.shape)) / st_area(z.shape)
                      from (select %1$s as shape from published.zones_now where code = 'PVH') z
                      cross join (select st_union(%1$s) as shape from published.subzones_now
                                  where zone_code = 'PVH') s\
                      """
                          .formatted(band))
                  .query(Double.class)
                  .single())
          .as(band)
          .isLessThan(1e-9);
    }
  }

  @Test
  void copyOfAnOutlineThatHasChangedIsForgottenAndMadeAnew() {
    String copies =
        """
        select count(*) from zoning.coarse_shapes c join zoning.zones z on z.id = c.id
        where c.kind = 'ZONE' and z.code = 'TT'\
        """;
    jdbc.sql("update zoning.zones set geom = st_multi(st_buffer(geom, 0.01)) where code = 'TT'")
        .update();
    assertThat(count(copies)).isZero();
    jdbc.sql("set constraints all immediate").update();
    assertThat(
            count(
                """
                select count(*) from published.zones_now
                where code = 'TT' and geom_z8 = geom_3857 and geom_z13 = geom_3857\
                """))
        .isOne();
    coarseShapes.makeMissing((done, total) -> assertThat(total).isOne());
    assertThat(count(copies)).isEqualTo(3);
    assertThat(
            count(
                "select count(*) from published.zones_now where code = 'TT' and geom_z8 ="
                    + " geom_3857"))
        .isZero();
  }

  @Test
  void zonesThatShareAnEdgeStillDoInEveryBand() {
    neighbours("N1", 0, "N2", 2_000);
    coarseShapes.makeMissing((done, total) -> assertThat(total).isEqualTo(2));
    for (int band : new int[] {8, 11, 13}) {
      String shapes =
          """
          select %%s from zoning.coarse_shapes c join zoning.zones z on z.id = c.id
          where c.kind = 'ZONE' and z.code in ('N1', 'N2') and c.band = %d"""
              .formatted(band);
      assertThat(
              number(
                  shapes.formatted(
                      "st_numinteriorrings(st_geometryn(st_union(c.geom_3857), 1))"
                          + " + st_numgeometries(st_union(c.geom_3857)) - 1")))
          .as("no gap along the edge at %d", band)
          .isZero();
      assertThat(
              number(
                  shapes.formatted("sum(st_area(c.geom_3857)) - st_area(st_union(c.geom_3857))")))
          .as("no overlap along the edge at %d", band)
          .isLessThan(1e-6);
      assertThat(number(shapes.formatted("sum(st_npoints(c.geom_3857))")))
          .as("fewer vertices at %d", band)
          .isLessThan(
              number("select sum(st_npoints(geom)) from zoning.zones where code like 'N_'"));
    }
  }

  @Test
  void aNeighbourThatIsNewIsSimplifiedWithTheOneBefore() {
    neighbours("N1", 0, "N2", 2_000);
    coarseShapes.makeMissing((done, total) -> {});
    jdbc.sql(
            """
            delete from zoning.coarse_shapes c using zoning.zones z
            where c.kind = 'ZONE' and z.id = c.id and z.code = 'N2'""")
        .update();
    coarseShapes.makeMissing((done, total) -> assertThat(total).isOne());
    assertThat(
            number(
                """
                select sum(st_area(c.geom_3857)) - st_area(st_union(c.geom_3857))
                from zoning.coarse_shapes c join zoning.zones z on z.id = c.id
                where c.kind = 'ZONE' and c.band = 8 and z.code in ('N1', 'N2')"""))
        .isLessThan(1e-6);
  }

  /** Two zones on either side of a wavy edge far from all others. */
  private void neighbours(String west, int westEast, String east, int eastEast) {
    for (Object[] side : new Object[][] {{west, westEast}, {east, eastEast}}) {
      jdbc.sql(
              """
              insert into zoning.zones (code, name_vi, name_en, short_name, kind, status,
                gross_area_ha, legal_srid, data_status, content_sha256, geom)
              select :code, 'Khu thử', 'Test zone', 'KCN Thử', 'IP', 'OPERATING', 100, 9210,
                'ILLUSTRATIVE', 'test', st_multi(st_transform(st_makepolygon(st_addpoint(
                  st_addpoint(st_addpoint(wave.line, %s), %s), st_startpoint(wave.line))), 4326))
              from (select st_setsrid(st_makeline(st_makepoint(
                      631000 + 40 * sin(i / 3.0) + 7 * sin(i * 1.7), 1140000 + 5 * i)
                      order by i), 9210) as line
                    from generate_series(0, 200) i) wave"""
                  .formatted(at(1_141_000), at(1_140_000)))
          .param("code", side[0])
          .param("side", side[1])
          .update();
    }
  }

  private static String at(int north) {
    return "st_setsrid(st_makepoint(630000 + :side, " + north + "), 9210)";
  }

  private double number(String sql) {
    return jdbc.sql(sql).query(Double.class).single();
  }

  private long points(String view, String column) {
    return count("select sum(st_npoints(%s)) from published.%s".formatted(column, view));
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}

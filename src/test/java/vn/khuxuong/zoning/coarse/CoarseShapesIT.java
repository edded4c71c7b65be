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

  private long points(String view, String column) {
    return count("select sum(st_npoints(%s)) from published.%s".formatted(column, view));
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}

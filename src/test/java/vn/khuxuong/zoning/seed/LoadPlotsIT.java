package vn.khuxuong.zoning.seed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.KhuxuongTest;

@KhuxuongTest
@Transactional
class LoadPlotsIT {
  @Autowired private LoadPlots loadPlots;
  @Autowired private JdbcClient jdbc;

  @Test
  void everyRentableSubzoneIsDividedAndNoOther() {
    assertThat(
            jdbc.sql(
                    """
                    select s.code from published.subzones s
                    where (s.land_use in ('INDUSTRY', 'SUPPORT', 'WAREHOUSE'))
                      <> exists (select from published.plots p
                                 where p.zone_code = s.zone_code and p.subzone_code = s.code
                                   and p.land_use = s.land_use)\
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void plotsLieInTheirSubzoneAndFillIt() {
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from published.plots p
                    join published.subzones s on s.zone_code = p.zone_code and s.code = p.subzone_code
                    where not st_covers(st_buffer(st_transform(s.geom, 9210), 0.002),
                                        st_transform(p.geom, 9210))\
                    """)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql(
                    """
                    select max(abs(s.area_m2 - p.area_m2))
                    from published.subzones s
                    join (select zone_code, subzone_code, sum(area_m2) as area_m2
                          from published.plots group by 1, 2) p
                      on p.zone_code = s.zone_code and p.subzone_code = s.code\
                    """)
                .query(Double.class)
                .single())
        .isLessThan(2);
  }

  @Test
  void plotsOverlapByLessThanAnybodyCouldMeasure() {
    assertThat(
            jdbc.sql(
                    """
                    select coalesce(max(st_area(st_intersection(
                      st_transform(a.geom, 9210), st_transform(b.geom, 9210)))), 0)
                    from zoning.plots a join zoning.plots b on a.id < b.id and a.geom && b.geom\
                    """)
                .query(Double.class)
                .single())
        .isLessThan(0.1);
  }

  @Test
  void secondRunAddsNothing() {
    long before = jdbc.sql("select count(*) from zoning.plots").query(Long.class).single();
    loadPlots.run(new DefaultApplicationArguments());
    assertThat(jdbc.sql("select count(*) from zoning.plots").query(Long.class).single())
        .isEqualTo(before);
  }
}

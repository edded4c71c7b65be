package vn.khuxuong.space.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;

@KhuxuongTest
class DemoBuildingsIT {
  @Autowired JdbcClient jdbc;

  @Test
  void show() {
    System.out.println(
        jdbc.sql(
                "select code, free_m2, lettable_m2, longest_run_m2, rent_from_usd from published.buildings order by 1")
            .query()
            .listOfRows());
    System.out.println(
        jdbc.sql("select status, count(*), sum(area_m2) from published.bays group by 1")
            .query()
            .listOfRows());
    System.out.println(
        jdbc.sql("select count(*), sum(area_min_m2) from tenancy.applications")
            .query()
            .listOfRows());
    assertThat(jdbc.sql("select count(*) from space.buildings").query(Long.class).single())
        .isGreaterThan(10);
  }
}

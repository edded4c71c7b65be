package vn.khuxuong.browser;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database has of a plan. */
final class PlanRows {
  private final JdbcClient jdbc;

  PlanRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  String status(long plan) {
    return jdbc.sql("select status from zoning.plans where id = ?")
        .param(plan)
        .query(String.class)
        .single();
  }

  long decisions(long plan, String action) {
    return jdbc.sql("select count(*) from zoning.plan_decisions where plan_id = ? and action = ?")
        .param(plan)
        .param(action)
        .query(Long.class)
        .single();
  }

  List<String> codes(long plan) {
    return jdbc.sql("select code from zoning.subzones where plan_id = ?")
        .param(plan)
        .query(String.class)
        .list();
  }

  String name(long plan, String code) {
    return jdbc.sql(
            "select coalesce(name_vi, '') from zoning.subzones where plan_id = ? and code = ?")
        .param(plan)
        .param(code)
        .query(String.class)
        .single();
  }

  /** The first vertex of a subzone's outline. */
  String vertex(long plan, String code) {
    return jdbc.sql(
            """
            select st_astext(st_pointn(st_exteriorring(geom), 1)) from zoning.subzones
            where plan_id = ? and code = ?""")
        .param(plan)
        .param(code)
        .query(String.class)
        .single();
  }
}

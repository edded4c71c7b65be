package vn.khuxuong.report.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of published balances. */
@Component
class OpeningStore {
  private final JdbcClient jdbc;

  OpeningStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A balance as it was published. */
  record OpeningRow(
      String code,
      LocalDate validOn,
      LocalDate since,
      int projects,
      BigDecimal capitalUsd,
      boolean atLeast,
      String sourceVi,
      String sourceEn,
      OffsetDateTime knownAt) {}

  /** All balances, the newest day first. */
  List<OpeningRow> openings() {
    return jdbc.sql(
            """
            select code, valid_on, since, projects, capital_usd, at_least, source_vi, source_en,
                   known_at
            from reporting.openings order by valid_on desc\
            """)
        .query(OpeningRow.class)
        .list();
  }

  /** First day of registration that the programme counts, the same for all its balances. */
  LocalDate since() {
    return jdbc.sql("select min(since) from reporting.openings").query(LocalDate.class).single();
  }

  /** Code of the new balance; empty where its day has one. */
  Optional<String> insert(
      LocalDate day,
      LocalDate since,
      int projects,
      BigDecimal usd,
      boolean atLeast,
      String vi,
      String en) {
    return jdbc.sql(
            """
            insert into reporting.openings (code, valid_on, since, projects, capital_usd, at_least,
              source_vi, source_en, data_status, known_at)
            values ('CNHT-' || cast(:day as date), :day, :since, :projects, :usd, :atLeast, :vi,
              :en, 'OFFICIAL', clock_timestamp())
            on conflict do nothing returning code\
            """)
        .param("day", day)
        .param("since", since)
        .param("projects", projects)
        .param("usd", usd)
        .param("atLeast", atLeast)
        .param("vi", vi)
        .param("en", en)
        .query(String.class)
        .optional();
  }
}

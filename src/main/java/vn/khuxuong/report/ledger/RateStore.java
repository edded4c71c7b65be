package vn.khuxuong.report.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of exchange rates and sectors. */
@Component
class RateStore {
  private final JdbcClient jdbc;

  RateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** VND for one US dollar on a day. */
  record RateRow(
      long id,
      LocalDate day,
      BigDecimal vndPerUsd,
      String source,
      boolean illustrative,
      OffsetDateTime knownAt) {}

  /** A division of VSIC that projects are counted by. */
  record SectorRow(String code, String nameVi, String nameEn) {}

  /** Rates of a period, the newest day first. */
  List<RateRow> rates(LocalDate from, LocalDate to, int most) {
    return jdbc.sql(
            """
            select id, day, vnd_per_usd, source, data_status <> 'OFFICIAL' as illustrative,
                   known_at
            from reporting.rates where day between :from and :to
            order by day desc, id desc limit :most""")
        .param("from", from)
        .param("to", to)
        .param("most", most)
        .query(RateRow.class)
        .list();
  }

  long insert(LocalDate day, BigDecimal rate, String source, boolean illustrative, String author) {
    return jdbc.sql(
            """
            insert into reporting.rates (day, vnd_per_usd, source, data_status, recorded_by)
            values (:day, :rate, :source, :status, :author) returning id""")
        .param("day", day)
        .param("rate", rate)
        .param("source", source)
        .param("status", illustrative ? "ILLUSTRATIVE" : "OFFICIAL")
        .param("author", author)
        .query(Long.class)
        .single();
  }

  List<SectorRow> sectors() {
    return jdbc.sql("select code, name_vi, name_en from reporting.sectors order by code")
        .query(SectorRow.class)
        .list();
  }
}

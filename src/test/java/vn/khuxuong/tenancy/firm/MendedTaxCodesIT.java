package vn.khuxuong.tenancy.firm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.database.Database;
import vn.khuxuong.platform.database.TestDatabase;

/** A database of an earlier version: its illustrative firms get tax codes that hold. */
class MendedTaxCodesIT {

  @Test
  void illustrativeFirmsOfEarlierVersionsGetCodesThatHold() {
    Database old = TestDatabase.empty("khuxuong_old_tax_codes");
    Flyway.configure()
        .dataSource(old.dataSource())
        .target("20")
        .repeatableSqlMigrationPrefix("none") // the views of now read tables of later versions
        .load()
        .migrate();
    JdbcClient jdbc = JdbcClient.create(old.dataSource());
    jdbc.sql(
            """
            insert into tenancy.firms (code, name_vi, name_en, tax_code, industry, business_line,
              size_class, supporting, hightech, green, domestic, displaced, data_status)
            select 'DN-' || (10000 + n), 'Minh Họa', 'Illustrative',
              case when n <= 1500 then lpad(n::text, 10, '0') else (9000000000 + n)::text end,
              'FOOD', 'INDUSTRY', 'SMALL', false, false, false, true, false, 'ILLUSTRATIVE'
            from generate_series(1, 3000) n""")
        .update();
    old.migrate();
    List<String> codes =
        jdbc.sql("select tax_code from tenancy.firms order by id").query(String.class).list();
    assertThat(codes).hasSize(3000).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> TaxCode.read(code).isPresent());
    assertThat(codes.get(41)).isEqualTo(TaxCode.invented("00", 42).value());
    assertThat(codes.get(1999)).isEqualTo(TaxCode.invented("9", 2000).value());
  }
}

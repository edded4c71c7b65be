package vn.khuxuong.tenancy.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.KhuxuongTest;

/** The rows of law as migrated, and what the database itself holds of tax codes. */
@KhuxuongTest
@Transactional
class LawIT {
  @Autowired private LawStore law;
  @Autowired private JdbcClient jdbc;

  @Test
  void limitsOfSizeAreThoseOfTheDecree() {
    assertThat(law.sizeLimits())
        .usingElementComparator(
            Comparator.comparing(SizeLimit::businessLine)
                .thenComparing(SizeLimit::sizeClass)
                .thenComparing(SizeLimit::employees)
                .thenComparing(SizeLimit::revenueBnVnd)
                .thenComparing(SizeLimit::capitalBnVnd)
                .thenComparing(SizeLimit::sourceVi)
                .thenComparing(SizeLimit::sourceEn))
        .containsExactlyElementsOf(Decree80.LIMITS);
  }

  @Test
  void limitsBeforeTheDecreeWereOthers() {
    jdbc.sql("select set_config('khu.on', '2021-10-14', true)").query(String.class).single();
    assertThat(law.sizeLimits()).isEmpty();
  }

  @Test
  void rulesHaveAHashThatMovesWithThem() {
    String before = law.rulesSha256();
    assertThat(before).matches("[0-9a-f]{64}").isEqualTo(law.rulesSha256());
    jdbc.sql("update tenancy.size_limits set employees = 11 where employees = 10").update();
    assertThat(law.rulesSha256()).isNotEqualTo(before);
  }

  @Test
  void everyRentCutHasItsBeneficiaries() {
    List<String> cuts = law.incentives().stream().map(LawStore.Incentive::code).toList();
    assertThat(cuts).isNotEmpty();
    assertThat(
            law.beneficiaryRules().stream()
                .filter(rule -> rule.purpose() == BeneficiaryRule.Purpose.INCENTIVE)
                .map(BeneficiaryRule::code))
        .containsExactlyElementsOf(cuts);
  }

  @Test
  void sixGroupsOfSupportingProductsAreListed() {
    assertThat(
            law.supportingProducts().stream().map(LawStore.SupportingProduct::groupEn).distinct())
        .hasSize(6);
  }

  @Test
  void databaseAndJavaInventTheSameTaxCodes() {
    for (long number : List.of(0L, 1L, 10L, 4711L, 99_999L)) {
      for (String prefix : List.of("00", "9")) {
        assertThat(
                jdbc.sql("select tenancy.invented_tax_code(:prefix, :number)")
                    .param("prefix", prefix)
                    .param("number", number)
                    .query(String.class)
                    .single())
            .isEqualTo(TaxCode.invented(prefix, number).value());
      }
    }
  }

  @Test
  void everyStoredTaxCodeHolds() {
    assertThat(jdbc.sql("select tax_code from tenancy.firms").query(String.class).list())
        .isNotEmpty()
        .allMatch(code -> TaxCode.read(code).isPresent());
  }

  @Test
  void databaseRefusesTaxCodeWithWrongDigit() {
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        update tenancy.firms set tax_code = '0123456788'
                        where id = (select min(id) from tenancy.firms)""")
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("firm_tax_code_holds");
  }
}

package vn.khuxuong.tenancy.firm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The rules on firms are plain Java, so that they can be tried without a database. */
class RulesAreIslandsTest {

  @Test
  void rulesKnowNoFrameworkAndNoDatabase() {
    var rules =
        new ClassFileImporter()
            .importClasses(
                TaxCode.class,
                SizeRule.class,
                SizeVerdict.class,
                SizeText.class,
                Eligibility.class,
                Verdict.class,
                Finding.class,
                FindingText.class,
                BeneficiaryRule.class,
                RentCut.class);
    for (var type : rules) {
      assertThat(
              type.getDirectDependenciesFromSelf().stream()
                  .map(d -> d.getTargetClass().getFullName())
                  .filter(
                      name ->
                          name.startsWith("java.sql.")
                              || name.startsWith("org.springframework.")
                              || name.startsWith("jakarta.")))
          .as(type.getName())
          .isEmpty();
    }
  }
}

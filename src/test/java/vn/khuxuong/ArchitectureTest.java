package vn.khuxuong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import vn.khuxuong.offender.Offender;

/** The module edges of the package documentation hold, and the check that says so can fail. */
class ArchitectureTest {

  @Test
  void modulesUseOnlyWhatTheyDeclare() {
    ApplicationModules modules = ApplicationModules.of(Khuxuong.class);
    assertThat(modules.stream().map(m -> m.getIdentifier().toString()))
        .contains(
            "geo",
            "platform",
            "zoning",
            "space",
            "tenancy",
            "allocation",
            "conversion",
            "maps",
            "report");
    modules.verify();
  }

  @Test
  void plantedOffenderIsFound() {
    ApplicationModules planted =
        ApplicationModules.of(Offender.class, new ImportOption.OnlyIncludeTests());
    assertThatThrownBy(planted::verify)
        .isInstanceOf(Violations.class)
        .hasMessageContaining("'lower' depends on module 'upper'");
  }

  @Test
  void geoSolverAndRulesKnowNoFrameworkAndNoDatabase() {
    var islands =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                "vn.khuxuong.geo",
                "vn.khuxuong.allocation.solver",
                "vn.khuxuong.zoning.rule",
                "vn.khuxuong.maps.filter");
    assertThat(islands).isNotEmpty();
    for (var type : islands) {
      assertThat(
              type.getDirectDependenciesFromSelf().stream()
                  .map(d -> d.getTargetClass().getFullName())
                  .filter(
                      name ->
                          name.startsWith("java.sql.")
                              || name.startsWith("org.postgresql.")
                              || (name.startsWith("org.springframework.")
                                  && !name.startsWith("org.springframework.modulith."))))
          .as(type.getName())
          .isEmpty();
    }
  }
}

package vn.khuxuong.allocation.solver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The optimiser stays plain Java, and its checker stays independent of its engines. */
class IslandTest {
  private static final ArchRule PLAIN_JAVA =
      classes()
          .that()
          .resideInAPackage("vn.khuxuong.allocation.solver")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vn.khuxuong.allocation.solver",
              "java.io..",
              "java.lang..",
              "java.math..",
              "java.nio..",
              "java.security..",
              "java.text..",
              "java.util..",
              "tools.jackson..",
              "com.google.ortools..",
              "com.google.protobuf..",
              "org.jspecify..",
              "org.springframework.modulith"); // the annotation that exports the package

  private static final ArchRule SEEDED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.Random|java\\.util\\.concurrent\\.ThreadLocalRandom")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  private static final ArchRule INDEPENDENT_CHECKER =
      noClasses()
          .that()
          .haveSimpleName("Checker")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*\\.(Site|Strips|Blocks|Columns|State|FloorRules|Layout)");

  private static final JavaClasses ISLAND =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.khuxuong.allocation.solver");

  @Test
  void islandIsPlainJavaSeededAndCheckedFromOutside() {
    assertThat(ISLAND).hasSizeGreaterThan(30);
    PLAIN_JAVA.check(ISLAND);
    SEEDED.check(ISLAND);
    INDEPENDENT_CHECKER.check(ISLAND);
  }

  /** Breaks the first two rules on purpose. */
  static final class Offender {
    final java.sql.Types types = null;

    int roll() {
      return new Random().nextInt();
    }
  }

  /** Breaks the third. */
  static final class Offending {
    /** Has the checker's name. */
    static final class Checker {
      Columns columns(Instance instance) {
        return new Columns(instance);
      }
    }
  }

  @Test
  void rulesCatchOffenders() {
    JavaClasses offenders =
        new ClassFileImporter()
            .importClasses(Offender.class, Offending.Checker.class, IslandTest.class);
    assertThat(PLAIN_JAVA.evaluate(offenders).hasViolation()).isTrue();
    assertThat(SEEDED.evaluate(offenders).hasViolation()).isTrue();
    assertThat(INDEPENDENT_CHECKER.evaluate(offenders).hasViolation()).isTrue();
  }
}

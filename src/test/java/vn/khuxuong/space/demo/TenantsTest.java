package vn.khuxuong.space.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.khuxuong.space.Occupancy.Kind;

class TenantsTest {
  private static final YearMonth NOW = YearMonth.of(2026, 11);

  static List<BuildingPlan> plans() {
    return BuildingPlan.all();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void sameReferenceMonthGivesTheSameTenants(BuildingPlan plan) {
    assertThat(Tenants.of(plan, NOW)).isEqualTo(Tenants.of(plan, NOW));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void neighboursDoNotDisturbEachOther(BuildingPlan plan) {
    List<Claim> claims = Tenants.of(plan, NOW).claims();
    for (Claim claim : claims) {
      for (Claim other : claims) {
        if (!claim.block().equals(other.block())) {
          assertThat(claim.bars(other.industry(), other.block())).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void planShareStandsEmpty(BuildingPlan plan) {
    Tenants.Filling filling = Tenants.of(plan, NOW);
    double claimed =
        filling.claims().stream().map(Claim::block).distinct().mapToDouble(b -> m2(plan, b)).sum();
    double late = filling.late().keySet().stream().mapToDouble(b -> m2(plan, b)).sum();
    double empty = 1 - (claimed + late) / plan.lettableM2();
    assertThat(empty).isBetween(plan.freeShare() - 0.06, plan.freeShare() + 0.06);
  }

  @Test
  void buildingThatIsNotYetOpenHasNoTenants() {
    assertThat(plans().stream().filter(plan -> plan.opening().isAfter(NOW)))
        .hasSize(5)
        .allSatisfy(plan -> assertThat(Tenants.of(plan, NOW).claims()).isEmpty());
  }

  @Test
  void fullBuildingFreesItsFirstBaysInMarch() {
    BuildingPlan full = plans().stream().filter(p -> p.freeShare() == 0).findFirst().orElseThrow();
    List<Claim> claims = Tenants.of(full, NOW).claims();
    assertThat(claims).allSatisfy(claim -> assertThat(claim.kind()).isEqualTo(Kind.LEASE));
    assertThat(claims.stream().map(Claim::to).sorted().findFirst())
        .contains(YearMonth.of(2027, 3).atDay(1));
  }

  private static double m2(BuildingPlan plan, Claim.Block block) {
    return block.bayCount() * plan.floor().bayM2(block.firstBay());
  }
}

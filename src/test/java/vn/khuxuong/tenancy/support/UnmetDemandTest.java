package vn.khuxuong.tenancy.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.tenancy.support.UnmetDemand.Cell;
import vn.khuxuong.tenancy.support.UnmetDemand.Vacancy;
import vn.khuxuong.tenancy.support.UnmetDemand.Wish;

/** Demand beside vacancies, counted by hand; what the public does not see. */
class UnmetDemandTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "4.99, 0, 1",
    "5, 1, 1",
    "5.01, 1, 2",
    "7.5, 2, 2",
    "24.9, 5, 6",
    "25, 6, 6",
    "25.01, 7, 7",
    "100, 7, 7"
  })
  void floorReachesItsStepAndNeedIsRoundedUpToOne(String figure, int floor, int need) {
    assertThat(SpaceClasses.LOAD.ofFloor(new BigDecimal(figure))).isEqualTo(floor);
    assertThat(SpaceClasses.LOAD.ofNeed(new BigDecimal(figure))).isEqualTo(need);
  }

  @Test
  void floorOfAStepCarriesEveryNeedOfThatStepAndBelow() {
    for (int floor = 0; floor <= 300; floor++) {
      for (int need = 0; need <= 300; need++) {
        BigDecimal offered = BigDecimal.valueOf(floor, 1);
        BigDecimal needed = BigDecimal.valueOf(need, 1);
        int of = SpaceClasses.LOAD.ofFloor(offered);
        if (!SpaceClasses.LOAD.isAbove(of) && of >= SpaceClasses.LOAD.ofNeed(needed)) {
          assertThat(offered).isGreaterThanOrEqualTo(needed);
        }
      }
    }
  }

  @Test
  void needWithoutFiguresNeedsNothing() {
    assertThat(SpaceClasses.HEIGHT.ofNeed(null)).isZero();
  }

  @Test
  void staffSeeEveryFigureAndWhatIsShort() {
    List<Cell> cells =
        UnmetDemand.matrix(
            List.of(wish(1, 400, "9", "4.5"), wish(2, 100, "5", "4"), wish(3, 50, null, null)),
            List.of(vacancy(300, "10", "5"), vacancy(1000, "5", "4")),
            true);
    Cell heavy = at(cells, 3, 2);
    assertThat(heavy.firms()).isEqualTo(1);
    assertThat(heavy.demandM2()).isEqualByComparingTo("400");
    assertThat(heavy.vacantM2()).isEqualByComparingTo("0");
    assertThat(heavy.vacantAtLeastM2()).isEqualByComparingTo("300");
    assertThat(heavy.shortM2()).isEqualByComparingTo("100");
    Cell any = at(cells, 0, 0);
    assertThat(any.demandAtLeastM2()).isEqualByComparingTo("550");
    assertThat(any.vacantAtLeastM2()).isEqualByComparingTo("1300");
    assertThat(any.shortM2()).isEqualByComparingTo("0");
    assertThat(cells).noneMatch(Cell::hidden);
  }

  @Test
  void publicSeesACellOfThreeFirmsRoundedAndNoOther() {
    List<Wish> wishes =
        List.of(
            wish(1, 110, "9", "4.5"),
            wish(2, 120, "9", "4.5"),
            wish(3, 130, "9", "4.5"),
            wish(4, 500, "5", "4"),
            wish(5, 500, "5", "4"));
    List<Cell> cells = UnmetDemand.matrix(wishes, List.of(vacancy(300, "10", "5")), false);
    Cell three = at(cells, 3, 2);
    assertThat(three.hidden()).isFalse();
    assertThat(three.demandM2()).isEqualByComparingTo("400"); // 360, rounded to hundreds
    assertThat(three.firms()).isNull();
    Cell two = at(cells, 1, 1);
    assertThat(two.hidden()).isTrue();
    assertThat(two.demandM2()).isNull();
    // a cell that nobody asks for looks the same, and no sum tells them apart
    assertThat(at(cells, 0, 0)).matches(Cell::hidden);
    assertThat(cells).allMatch(cell -> cell.demandAtLeastM2() == null && cell.shortM2() == null);
    assertThat(at(cells, 3, 3).vacantM2()).isEqualByComparingTo("300");
  }

  @Test
  void oneFirmWithThreeWishesIsOneFirm() {
    List<Cell> cells =
        UnmetDemand.matrix(
            List.of(wish(1, 100, "5", "4"), wish(1, 100, "5", "4"), wish(1, 100, "5", "4")),
            List.of(),
            false);
    assertThat(at(cells, 1, 1).hidden()).isTrue();
  }

  private static Cell at(List<Cell> cells, int load, int height) {
    return cells.stream()
        .filter(cell -> cell.load() == load && cell.height() == height)
        .findFirst()
        .orElseThrow();
  }

  private static Wish wish(long firm, int areaM2, @Nullable String load, @Nullable String height) {
    return new Wish(
        firm,
        BigDecimal.valueOf(areaM2),
        load == null ? null : new BigDecimal(load),
        height == null ? null : new BigDecimal(height));
  }

  private static Vacancy vacancy(int areaM2, String load, String height) {
    return new Vacancy(BigDecimal.valueOf(areaM2), new BigDecimal(load), new BigDecimal(height));
  }
}

package vn.khuxuong.space.search.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UseByDayTest {
  private static final UseByDay USE =
      UseByDay.of(
          List.of(
              List.of(
                  new ClaimSpan(0, 1, new Days(10, 20), 0.1, 1),
                  new ClaimSpan(1, 2, new Days(15, 30), 0.2, 1),
                  new ClaimSpan(2, 3, new Days(30, 40), 5, 1))),
          ClaimSpan::powerKva);

  @Test
  void claimsThatRunTogetherAddUp() {
    assertThat(USE.peak(0, new Days(0, 100))).isEqualTo(5);
    assertThat(USE.peak(0, new Days(0, 30))).isEqualTo(0.3);
    assertThat(USE.peak(0, new Days(20, 30))).isEqualTo(0.2);
    assertThat(USE.peak(0, new Days(12, 13))).isEqualTo(0.1);
  }

  @Test
  void theDayAfterTheLastIsNoDayOfTheClaim() {
    assertThat(USE.peak(0, new Days(29, 30))).isEqualTo(0.2);
    assertThat(USE.peak(0, new Days(30, 31))).isEqualTo(5);
    assertThat(USE.peak(0, new Days(40, 41))).isZero();
    assertThat(USE.peak(0, new Days(0, 10))).isZero();
  }

  @Test
  void nothingIsUsedWithoutClaims() {
    assertThat(UseByDay.of(List.of(List.of()), ClaimSpan::powerKva).peak(0, new Days(0, 10)))
        .isZero();
  }
}

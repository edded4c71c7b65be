package vn.khuxuong.conversion.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Counts that are told to the public. */
class AggregatesTest {

  @Test
  void smallCountsAreWithheldAndNotToBeReckoned() {
    assertThat(Aggregates.withheld(new int[] {5, 4, 3, 0, 7})).containsExactly(5, 4, 3, 0, 7);
    assertThat(Aggregates.withheld(new int[] {5, 2, 1, 0, 7})).containsExactly(5, null, null, 0, 7);
    // one alone would be the sum less the others: the smallest other one goes too
    assertThat(Aggregates.withheld(new int[] {5, 2, 3, 0, 7})).containsExactly(5, null, null, 0, 7);
    assertThat(Aggregates.withheld(new int[] {2, 0, 0, 0, 0})).containsExactly(null, 0, 0, 0, 0);
  }
}

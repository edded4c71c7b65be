package vn.khuxuong.tenancy.firm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sizes of lifts are written as each language writes numbers. */
class FindingTextTest {
  private static final IndustryNames NAMES = new IndustryNames(Map.of(), Map.of());

  private final Finding tooWide =
      new Finding(
          EligibilityRule.LIFT_SIZE,
          true,
          null,
          null,
          "Máy phay",
          List.of("2.2 × 3.0, 2.0 × 2.4", "1.85 × 2.5, 1.8 × 2.1"));

  @Test
  void vietnameseWritesAComma() {
    assertThat(FindingText.vietnamese(NAMES).change(tooWide))
        .endsWith("2,2 × 3, 2 × 2,4; 1,85 × 2,5, 1,8 × 2,1.");
  }

  @Test
  void englishWritesAPoint() {
    assertThat(FindingText.english(NAMES).change(tooWide))
        .endsWith("2.2 × 3, 2 × 2.4; 1.85 × 2.5, 1.8 × 2.1.");
  }
}

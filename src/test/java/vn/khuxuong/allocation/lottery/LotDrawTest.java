package vn.khuxuong.allocation.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LotDrawTest {
  private static final String SEED = "0123456789abcdef".repeat(4);
  private static final List<String> CODES =
      IntStream.range(0, 40).mapToObj(i -> "HS-" + (1000 + 7 * i)).toList();

  @Test
  void anotherListGivesOtherLots() {
    List<String> all = LotDraw.draw(SEED, CODES).stream().map(LotDraw.Lot::lot).toList();
    List<String> fewer =
        LotDraw.draw(SEED, CODES.subList(0, 39)).stream().map(LotDraw.Lot::lot).toList();
    assertThat(all).doesNotContainAnyElementsOf(fewer);
    assertThat(all).isSorted();
  }

  @Test
  void theOrderInWhichCodesCameHasNoSay() {
    List<String> turned = new ArrayList<>(CODES);
    Collections.reverse(turned);
    assertThat(LotDraw.draw(SEED, turned)).isEqualTo(LotDraw.draw(SEED, CODES));
  }

  @Test
  void refusesWhatIsNoSeed() {
    assertThatThrownBy(() -> LotDraw.commitment("7")).isInstanceOf(IllegalArgumentException.class);
  }

  /** The script that is published agrees, and refuses a seed that was not promised. */
  @Test
  void aThirdPartyReproducesTheOrder() throws Exception {
    assumeTrue(LotScript.runsHere(), "python3 is not on this machine");
    String listed = "[\"" + String.join("\",\"", CODES) + "\"]";
    String promised = LotDraw.commitment(SEED);
    LotScript.Outcome same = LotScript.run(json(promised, listed));
    assertThat(same.exit()).as(same.out()).isZero();
    StringBuilder expected = new StringBuilder();
    int place = 1;
    for (LotDraw.Lot lot : LotDraw.draw(SEED, CODES)) {
      expected.append(place++).append(' ').append(lot.application()).append('\n');
    }
    assertThat(same.out()).isEqualTo(expected.toString());
    LotScript.Outcome broken = LotScript.run(json("0".repeat(64), listed));
    assertThat(broken.exit()).isNotZero();
    assertThat(broken.out()).contains("not the one that was promised");
  }

  private static String json(String commitment, String listed) {
    return "{\"commitment\":\""
        + commitment
        + "\",\"seed\":\""
        + SEED
        + "\",\"applications\":"
        + listed
        + "}";
  }
}

package vn.khuxuong.maps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khuxuong.platform.CommandFailure;

class BenchOptionsTest {

  @Test
  void withoutArgumentsEverythingIsMeasured() {
    BenchOptions all = BenchOptions.parse(List.of());
    assertThat(all.mixes()).containsExactly(Mix.values());
    assertThat(all.clients()).containsExactly(1, 4, 16);
    assertThat(all.rounds()).isEqualTo(3);
    assertThat(all.warm()).isTrue();
    assertThat(all.heap()).isTrue();
    assertThat(all.strict()).isFalse();
  }

  @Test
  void argumentsChoose() {
    BenchOptions some =
        BenchOptions.parse(
            List.of("--mixes", "page,warm", "--strict", "--concurrency", "2", "--seconds", "0.5"));
    assertThat(some.mixes()).containsExactly(Mix.PAGE);
    assertThat(some.warm()).isTrue();
    assertThat(some.heap()).isFalse();
    assertThat(some.strict()).isTrue();
    assertThat(some.clients()).containsExactly(2);
    assertThat(some.seconds()).isEqualTo(0.5);
  }

  @Test
  void nonsenseIsRefusedInOneLine() {
    for (List<String> args :
        List.of(
            List.of("--mixes", "tiles"),
            List.of("--rounds", "0"),
            List.of("--rounds", "many"),
            List.of("--seconds"),
            List.of("--frobnicate", "1"))) {
      assertThatThrownBy(() -> BenchOptions.parse(args))
          .as(args.toString())
          .isInstanceOf(CommandFailure.class)
          .hasMessageNotContaining("\n");
    }
  }
}

package vn.khuxuong.maps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;

class LoadRunTest {
  private static final Places TOWN =
      new Places(List.of(new BBox(Crs.EPSG_3857, 11_870_000, 1_220_000, 11_873_000, 1_222_000)));

  private interface Answering {
    Peer.Answer to(Ask ask) throws IOException;
  }

  private static LoadRun.Result run(Answering answering, int threads, long seed) {
    Function<Random, Ask> next = random -> Mix.TILE_PLOT.next(TOWN, random);
    return LoadRun.run(
        () ->
            new Peer.Session() {
              @Override
              public Peer.Answer ask(Ask ask) throws IOException {
                return answering.to(ask);
              }

              @Override
              public void close() {}
            },
        next,
        threads,
        0.05,
        seed,
        Set::of,
        List::of);
  }

  private static Peer.Answer answer(int status) {
    return new Peer.Answer(status, "", new byte[10], 10);
  }

  @Test
  void goodAnswersAreTimedAndOthersCountedAsErrors() {
    LoadRun.Result good = run(ask -> answer(200), 2, 1);
    assertThat(good.nanos().length).isPositive();
    assertThat(good.bytes()).isEqualTo(10L * good.nanos().length);
    assertThat(good.errors()).isZero();
    LoadRun.Result bad = run(ask -> answer(503), 2, 1);
    assertThat(bad.nanos()).isEmpty();
    assertThat(bad.errors()).isPositive();
    assertThat(bad.told()).hasSizeBetween(1, 3).allMatch(line -> line.contains("503"));
    assertThat(
            run(
                    ask -> {
                      throw new IOException("gone");
                    },
                    1,
                    1)
                .told())
        .allMatch(line -> line.contains("gone"));
  }

  @Test
  void sameSeedAsksTheSameAndNoTwoThreadsDo() {
    ConcurrentLinkedQueue<Ask> first = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<Ask> second = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<Ask> both = new ConcurrentLinkedQueue<>();
    run(kept(first), 1, 5);
    run(kept(second), 1, 5);
    run(kept(both), 2, 5);
    assertThat(List.copyOf(first).subList(0, 5)).isEqualTo(List.copyOf(second).subList(0, 5));
    assertThat(both).doesNotHaveDuplicates();
  }

  private static Answering kept(ConcurrentLinkedQueue<Ask> queue) {
    return ask -> {
      queue.add(ask);
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return answer(200);
    };
  }
}

package vn.khuxuong.maps.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class TileCacheTest {

  private final TileCache cache = new TileCache(DataSize.ofKilobytes(64));
  private final AtomicInteger makings = new AtomicInteger();

  @Test
  void makesATileOnceAnEditionAndCoding() {
    ask("zones/3/1/2", "7", false);
    ask("zones/3/1/2", "7", false);
    assertThat(makings).hasValue(1);
    ask("zones/3/1/2", "8", false);
    ask("bays/3/1/2", "7", false);
    ask("zones/3/1/2", "7", true);
    assertThat(makings).hasValue(4);
  }

  @Test
  void keepsNoMoreThanItsBytes() {
    for (int x = 0; x < 1000; x++) {
      ask("zones/10/" + x + "/0", "7", false);
    }
    assertThat(cache.weight()).isBetween(32_000L, 65_536L);
  }

  @Test
  void countsLongQuestionsAsWell() {
    for (int i = 0; i < 1000; i++) {
      String question = i + "?" + "x".repeat(2000);
      cache.get(new TileCache.Key(question, "7", false), () -> new byte[0]);
    }
    assertThat(cache.weight()).isBetween(32_000L, 65_536L);
  }

  @Test
  void equalRequestsAtOneMomentWaitForOneMaking() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    TileCache.Key key = new TileCache.Key("zones/3/1/2", "7", false);
    CompletableFuture<byte[]> first =
        CompletableFuture.supplyAsync(
            () ->
                cache.get(
                    key,
                    () -> {
                      begun.countDown();
                      await(goOn);
                      makings.incrementAndGet();
                      return new byte[] {1};
                    }));
    await(begun);
    List<CompletableFuture<byte[]>> others =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            cache.get(
                                key,
                                () -> {
                                  makings.incrementAndGet();
                                  return new byte[] {2};
                                })))
            .toList();
    goOn.countDown();
    assertThat(first.join()).containsExactly(1);
    others.forEach(other -> assertThat(other.join()).containsExactly(1));
    assertThat(makings).hasValue(1);
  }

  @Test
  void doesNotKeepAFailure() {
    TileCache.Key key = new TileCache.Key("zones/3/1/2", "7", false);
    assertThatThrownBy(
            () ->
                cache.get(
                    key,
                    () -> {
                      throw new IllegalStateException("no database");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(cache.get(key, () -> new byte[] {3})).containsExactly(3);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void ask(String what, String edition, boolean packed) {
    byte[] content =
        cache.get(
            new TileCache.Key(what, edition, packed),
            () -> {
              makings.incrementAndGet();
              return new byte[1000];
            });
    assertThat(content).hasSize(1000);
  }
}

package vn.khuxuong.maps.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import vn.khuxuong.geo.TileAddress;
import vn.khuxuong.maps.layer.Edition;

class TileCacheTest {

  private static final Edition TODAY = new Edition(7, LocalDate.of(2026, 11, 24), "abc");

  private final TileCache cache = new TileCache(DataSize.ofKilobytes(64));
  private final AtomicInteger encodings = new AtomicInteger();

  @Test
  void encodesATileOnceAnEdition() {
    TileAddress tile = new TileAddress(3, 1, 2);
    Edition next = new Edition(8, TODAY.day(), "abc");

    ask("zones", tile, TODAY, "");
    ask("zones", tile, TODAY, "");
    assertThat(encodings).hasValue(1);
    ask("zones", tile, next, "");
    ask("bays", tile, TODAY, "");
    ask("zones", tile, TODAY, "OFFICER");
    assertThat(encodings).hasValue(4);
  }

  @Test
  void keepsNoMoreThanItsBytes() {
    for (int x = 0; x < 1000; x++) {
      ask("zones", new TileAddress(10, x, 0), TODAY, "");
    }
    assertThat(cache.weight()).isBetween(32_000L, 65_536L);
  }

  private void ask(String layer, TileAddress tile, Edition edition, String roles) {
    byte[] content =
        cache.get(
            new TileCache.Key(List.of(layer), tile, edition, roles),
            () -> {
              encodings.incrementAndGet();
              return new byte[1000];
            });
    assertThat(content).hasSize(1000);
  }
}

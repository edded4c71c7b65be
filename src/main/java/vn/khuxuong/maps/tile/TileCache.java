package vn.khuxuong.maps.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.platform.web.SharedAnswers;

/**
 * Tiles lately asked for, bounded by their bytes ({@code khu.tiles.cache-size}). Equal requests at
 * one moment wait for one making; one that fails is not kept.
 */
@Component
class TileCache {

  private static final int BYTES_PER_ENTRY = 250;

  private final Cache<Key, byte[]> tiles;

  /** Tiles being made. The cache's own way of waiting would hold up unlike tiles as well. */
  private final SharedAnswers<Key, byte[]> making = new SharedAnswers<>(MapsProblem::busy);

  TileCache(@Value("${khu.tiles.cache-size:64MB}") DataSize size) {
    this.tiles =
        Caffeine.newBuilder()
            .maximumWeight(size.toBytes())
            .weigher((Key key, byte[] tile) -> tile.length + key.weight())
            .build();
  }

  /**
   * What a tile's content depends on.
   *
   * @param what canonical text of the request
   * @param edition which data and styles it was made from
   * @param packed whether it is compressed
   */
  record Key(String what, String edition, boolean packed) {
    private int weight() {
      return BYTES_PER_ENTRY + what.length() + edition.length();
    }
  }

  /** The tile if it is kept; null otherwise. As with {@link #get}, not to be changed. */
  byte @Nullable [] find(Key key) {
    return tiles.getIfPresent(key);
  }

  /** The tile, made only if it is not kept yet. Not to be changed: others get the same array. */
  byte[] get(Key key, Supplier<byte[]> maker) {
    byte[] kept = tiles.getIfPresent(key);
    if (kept != null) {
      return kept;
    }
    return making.get(
        key,
        closing -> {
          byte[] tile = maker.get();
          tiles.put(key, tile);
          return tile;
        });
  }

  /** Bytes kept now, roughly. */
  long weight() {
    tiles.cleanUp();
    return tiles.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }
}

package vn.khuxuong.maps.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.khuxuong.geo.TileAddress;
import vn.khuxuong.maps.layer.Edition;

/**
 * Tiles of the editions lately asked for, bounded by their bytes ({@code khu.tiles.cache-size}).
 * Equal requests at one moment wait for one encoding.
 */
@Component
class TileCache {

  private static final int BYTES_PER_ENTRY = 200;

  private final Cache<Key, byte[]> tiles;

  TileCache(@Value("${khu.tiles.cache-size:64MB}") DataSize size) {
    this.tiles =
        Caffeine.newBuilder()
            .maximumWeight(size.toBytes())
            .weigher((Key key, byte[] tile) -> tile.length + BYTES_PER_ENTRY)
            .build();
  }

  /**
   * What a tile's content depends on.
   *
   * @param layers ids in the order asked for
   * @param edition what the data were
   * @param roles the roles of whoever asked, empty for the public
   */
  record Key(List<String> layers, TileAddress tile, Edition edition, String roles) {}

  /** The tile, encoded only if it is not kept yet. */
  byte[] get(Key key, Supplier<byte[]> encoding) {
    return tiles.get(key, missing -> encoding.get());
  }

  /** Bytes kept now, roughly. */
  long weight() {
    tiles.cleanUp();
    return tiles.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }
}

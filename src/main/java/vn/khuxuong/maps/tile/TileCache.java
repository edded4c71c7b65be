package vn.khuxuong.maps.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.khuxuong.platform.web.ClientLeftException;

/**
 * Tiles lately asked for, bounded by their bytes ({@code khu.tiles.cache-size}). Equal requests at
 * one moment wait for one making; one that fails is not kept.
 */
@Component
class TileCache {

  private static final int BYTES_PER_ENTRY = 250;

  private final Cache<Key, byte[]> tiles;

  /** Tiles being made. The cache's own way of waiting would hold up unlike tiles as well. */
  private final ConcurrentMap<Key, CompletableFuture<byte[]>> making = new ConcurrentHashMap<>();

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

  /** The tile, made only if it is not kept yet. Not to be changed: others get the same array. */
  byte[] get(Key key, Supplier<byte[]> maker) {
    byte[] kept = tiles.getIfPresent(key);
    if (kept != null) {
      return kept;
    }
    CompletableFuture<byte[]> mine = new CompletableFuture<>();
    CompletableFuture<byte[]> theirs = making.putIfAbsent(key, mine);
    while (theirs != null) {
      try {
        return waitFor(theirs);
      } catch (ClientLeftException e) {
        // who asked first has gone, not who waits here
        theirs = making.putIfAbsent(key, mine);
      }
    }
    try {
      byte[] tile = maker.get();
      tiles.put(key, tile);
      mine.complete(tile);
      return tile;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      making.remove(key, mine);
    }
  }

  private static byte[] waitFor(CompletableFuture<byte[]> tile) {
    try {
      return tile.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Bytes kept now, roughly. */
  long weight() {
    tiles.cleanUp();
    return tiles.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }
}

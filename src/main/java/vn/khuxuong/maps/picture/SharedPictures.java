package vn.khuxuong.maps.picture;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Equal requests that wait at the same time get one picture. Only as long as nothing has been read
 * for it: who comes later may know of a change that the one before does not show.
 */
final class SharedPictures {
  private static final long PATIENCE_SECONDS = 15;

  private final Map<PictureRequest, CompletableFuture<byte[]>> waiting = new ConcurrentHashMap<>();

  /**
   * The picture, made by whoever asked first.
   *
   * @param make makes it, and runs what it is given before it reads anything
   */
  byte[] get(PictureRequest request, Function<Runnable, byte[]> make) {
    CompletableFuture<byte[]> mine = new CompletableFuture<>();
    CompletableFuture<byte[]> other = waiting.putIfAbsent(request, mine);
    while (other != null) {
      try {
        return join(other);
      } catch (Abandoned e) {
        // Who asked first has gone, not who waits here.
        other = waiting.putIfAbsent(request, mine);
      }
    }
    try {
      byte[] made = make.apply(() -> waiting.remove(request, mine));
      mine.complete(made);
      return made;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      waiting.remove(request, mine);
    }
  }

  private static byte[] join(CompletableFuture<byte[]> other) {
    try {
      return other.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw DrawingGate.busy().causedBy(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DrawingGate.busy();
    }
  }
}

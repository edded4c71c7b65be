package vn.khuxuong.maps.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.draw.MapView;

class SharedPicturesTest {
  private final SharedPictures pictures = new SharedPictures();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger made = new AtomicInteger();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private static PictureRequest request() {
    BBox box = new BBox(Crs.EPSG_3857, 0, 0, 100, 100);
    return PictureRequest.png(new MapView(box, 10, 10), List.of(), null);
  }

  private byte[] slowly(boolean reads, Runnable beforeReading) {
    if (reads) {
      beforeReading.run();
    }
    begun.countDown();
    try {
      if (!goOn.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("waited too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new byte[] {(byte) made.incrementAndGet()};
  }

  @Test
  void givesOnePictureToEqualRequestsThatWaitTogether() throws Exception {
    Future<byte[]> first =
        threads.submit(() -> pictures.get(request(), before -> slowly(false, before)));
    begun.await();
    Future<byte[]> second =
        threads.submit(() -> pictures.get(request(), before -> new byte[] {99}));
    assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    goOn.countDown();
    assertThat(second.get()).isSameAs(first.get()).containsExactly(1);
    assertThat(pictures.get(request(), before -> new byte[] {2})).containsExactly(2);
  }

  @Test
  void readsAgainForWhoComesAfterReadingBegan() throws Exception {
    Future<byte[]> first =
        threads.submit(() -> pictures.get(request(), before -> slowly(true, before)));
    begun.await();
    assertThat(pictures.get(request(), before -> new byte[] {99})).containsExactly(99);
    goOn.countDown();
    assertThat(first.get()).containsExactly(1);
  }

  @Test
  void tellsAllWhoWaitOfAFailure() throws Exception {
    Future<byte[]> first =
        threads.submit(
            () ->
                pictures.get(
                    request(),
                    before -> {
                      slowly(false, before);
                      throw DrawingGate.busy();
                    }));
    begun.await();
    Future<byte[]> second =
        threads.submit(() -> pictures.get(request(), before -> new byte[] {99}));
    assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    goOn.countDown();
    assertThatThrownBy(first::get).hasRootCauseMessage(DrawingGate.busy().getMessage());
    assertThatThrownBy(second::get).hasRootCauseMessage(DrawingGate.busy().getMessage());
  }
}

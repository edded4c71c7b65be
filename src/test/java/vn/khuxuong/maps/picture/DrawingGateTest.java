package vn.khuxuong.maps.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.khuxuong.platform.problem.ProblemException;

class DrawingGateTest {

  @Test
  void refusesWhoComesWhenTooManyWaitAndLetsOthersInLater() throws Exception {
    DrawingGate gate = new DrawingGate(1, 0, 10_000, 0);
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<String> first =
          threads.submit(
              () ->
                  gate.pass(
                      0,
                      () -> {
                        entered.countDown();
                        await(leave);
                        return "drawn";
                      }));
      entered.await();
      assertThatThrownBy(() -> gate.pass(0, () -> "too late"))
          .isInstanceOf(ProblemException.class)
          .extracting(e -> ((ProblemException) e).type().status().value())
          .isEqualTo(503);
      leave.countDown();
      assertThat(first.get()).isEqualTo("drawn");
      assertThat(gate.pass(0, () -> "next")).isEqualTo("next");
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void givesUpAfterItsPatience() {
    DrawingGate gate = new DrawingGate(0, 1, 10, 0);
    assertThatThrownBy(() -> gate.pass(0, () -> "never")).isInstanceOf(ProblemException.class);
  }

  @Test
  void letsPicturesInOnlyAsThereIsRoomForTheirPixels() throws Exception {
    DrawingGate gate = new DrawingGate(4, 4, 50, 100);
    String alone =
        gate.pass(
            1_000,
            () -> {
              assertThatThrownBy(() -> gate.pass(1, () -> "no room"))
                  .isInstanceOf(ProblemException.class);
              return gate.pass(0, () -> "needs none");
            });
    assertThat(alone).isEqualTo("needs none");
    assertThat(gate.pass(60, () -> gate.pass(40, () -> "both"))).isEqualTo("both");
  }
}

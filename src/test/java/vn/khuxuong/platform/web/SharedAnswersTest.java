package vn.khuxuong.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class SharedAnswersTest {
  private final SharedAnswers<String, byte[]> answers =
      new SharedAnswers<>(() -> new IllegalStateException("busy"));
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger made = new AtomicInteger();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private byte[] slowly(boolean closes, Runnable closing) {
    if (closes) {
      closing.run();
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

  private static void waits(Future<byte[]> answer) {
    assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void givesOneAnswerToEqualRequestsThatWaitTogether() throws Exception {
    Future<byte[]> first =
        threads.submit(() -> answers.get("a", closing -> slowly(false, closing)));
    begun.await();
    Future<byte[]> second = threads.submit(() -> answers.get("a", closing -> new byte[] {99}));
    waits(second);
    goOn.countDown();
    assertThat(second.get()).isSameAs(first.get()).containsExactly(1);
    assertThat(answers.get("a", closing -> new byte[] {2})).containsExactly(2);
  }

  @Test
  void unlikeRequestsDoNotWait() throws Exception {
    Future<byte[]> first =
        threads.submit(() -> answers.get("a", closing -> slowly(false, closing)));
    begun.await();
    assertThat(answers.get("b", closing -> new byte[] {99})).containsExactly(99);
    goOn.countDown();
    assertThat(first.get()).containsExactly(1);
  }

  @Test
  void makesAnotherForWhoComesAfterTheFirstIsClosed() throws Exception {
    Future<byte[]> first = threads.submit(() -> answers.get("a", closing -> slowly(true, closing)));
    begun.await();
    assertThat(answers.get("a", closing -> new byte[] {99})).containsExactly(99);
    goOn.countDown();
    assertThat(first.get()).containsExactly(1);
  }

  @Test
  void tellsAllWhoWaitOfAFailureAndKeepsItForNobody() throws Exception {
    Future<byte[]> first = threads.submit(() -> answers.get("a", this::fails));
    begun.await();
    Future<byte[]> second = threads.submit(() -> answers.get("a", closing -> new byte[] {99}));
    waits(second);
    goOn.countDown();
    assertThatThrownBy(first::get).hasRootCauseMessage("no database");
    assertThatThrownBy(second::get).hasRootCauseMessage("no database");
    assertThat(answers.get("a", closing -> new byte[] {3})).containsExactly(3);
  }

  @Test
  void oneOfThoseWhoWaitTakesOverFromAClientThatHasGone() throws Exception {
    AtomicBoolean gone = new AtomicBoolean();
    Future<byte[]> first = threads.submit(() -> ofClient(gone));
    begun.await();
    List<Future<byte[]>> others =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    threads.submit(
                        () ->
                            answers.get(
                                "a", closing -> new byte[] {(byte) made.incrementAndGet(), 7})))
            .toList();
    others.forEach(SharedAnswersTest::waits);
    gone.set(true);
    goOn.countDown();
    assertThatThrownBy(first::get).hasRootCauseMessage("no database");
    for (Future<byte[]> other : others) {
      assertThat(other.get()).endsWith(7);
    }
  }

  private byte[] ofClient(AtomicBoolean gone) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setAttribute(Client.GONE, (BooleanSupplier) gone::get);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    try {
      return answers.get("a", this::fails);
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  private byte[] fails(Runnable closing) {
    slowly(false, closing);
    throw new IllegalStateException("no database");
  }
}

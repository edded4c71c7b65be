package vn.khuxuong.platform.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Equal requests at one moment get one answer, made by whoever asked first. Unlike ones never wait
 * for one another. Nothing is kept: who comes when the answer is made has a new one made, and so
 * has who comes after a failure.
 *
 * @param <K> what makes requests equal
 * @param <V> an answer, which several threads get and none may change
 */
public final class SharedAnswers<K, V> {
  private static final long PATIENCE_SECONDS = 15;

  private final ConcurrentMap<K, Turn> making = new ConcurrentHashMap<>();
  private final Supplier<? extends RuntimeException> busy;

  /**
   * @param busy the refusal for who has waited too long
   */
  public SharedAnswers(Supplier<? extends RuntimeException> busy) {
    this.busy = busy;
  }

  /**
   * The answer. Where it fails for the one who makes it, it fails for all who wait for it; but
   * where the client that it was made for has gone, one of those who wait makes it.
   *
   * @param maker makes it; it may run what it is given, and from then on equal requests do not wait
   *     for it any more but have an answer of their own made
   */
  public V get(K key, Function<Runnable, V> maker) {
    Turn mine = new Turn(key);
    Turn theirs = making.putIfAbsent(key, mine);
    while (theirs != null) {
      try {
        return waitFor(theirs);
      } catch (Departed e) {
        theirs = making.putIfAbsent(key, mine);
      }
    }
    try {
      V answer = maker.apply(mine);
      mine.run();
      mine.complete(answer);
      return answer;
    } catch (RuntimeException | Error e) {
      mine.run();
      mine.completeExceptionally(Client.current().isGone() ? new Departed(e) : e);
      throw e;
    }
  }

  private V waitFor(Turn turn) {
    try {
      return turn.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw busy.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy.get();
    }
  }

  /** An answer being made. Running it closes it to who comes later. */
  private final class Turn extends CompletableFuture<V> implements Runnable {
    private final K key;

    Turn(K key) {
      this.key = key;
    }

    @Override
    public void run() {
      making.remove(key, this);
    }
  }

  /** An answer was given up with the client that it was made for. */
  private static final class Departed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Departed(Throwable cause) {
      super(cause);
    }
  }
}

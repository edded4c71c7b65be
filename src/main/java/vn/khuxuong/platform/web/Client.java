package vn.khuxuong.platform.web;

import java.util.function.BooleanSupplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Whoever sent the request that this thread answers. A client that closed its connection needs no
 * answer: who does something long for it can look, or be told while it waits for others.
 */
public final class Client {
  /** Attribute of a request: a {@link BooleanSupplier}, true once the client has gone. */
  static final String GONE = Client.class.getName() + ".gone";

  private static final Client NOBODY = new Client(() -> false);

  private final BooleanSupplier gone;

  private Client(BooleanSupplier gone) {
    this.gone = gone;
  }

  /** The client of the current request; outside of requests somebody who never goes. */
  public static Client current() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    Object gone =
        request == null ? null : request.getAttribute(GONE, RequestAttributes.SCOPE_REQUEST);
    return gone instanceof BooleanSupplier known ? new Client(known) : NOBODY;
  }

  /** Whether it closed its connection. */
  public boolean isGone() {
    return gone.getAsBoolean();
  }

  /**
   * Keeps an eye on the client while something long is done for it.
   *
   * @param give up the work; called in another thread once the client has gone, again and again
   *     until the watch is closed, because what asks a database to stop can get lost on its way
   */
  public Watch watch(Runnable give) {
    Watch watch = new Watch(gone, give);
    if (this != NOBODY) {
      Departures.watch(watch);
    }
    return watch;
  }

  /** An eye kept on a client, to be closed when the work is done. */
  public static final class Watch implements AutoCloseable {
    private final BooleanSupplier gone;
    private final Runnable give;
    private boolean left;
    private boolean closed;

    private Watch(BooleanSupplier gone, Runnable give) {
      this.gone = gone;
      this.give = give;
    }

    /** Looks once; false when there is nothing more to look for. */
    synchronized boolean look() {
      if (!closed && (left || gone.getAsBoolean())) {
        left = true;
        give.run();
      }
      return !closed;
    }

    /** From here on the client is not looked at any more, and nothing is given up. */
    @Override
    public synchronized void close() {
      closed = true;
    }
  }
}

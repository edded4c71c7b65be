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
   * Has something done, in another thread, when the client goes.
   *
   * @param give up whatever is done for it; called once at most
   * @return to be closed before the answer is written
   */
  public Watch onDeparture(Runnable give) {
    return this == NOBODY ? new Watch(gone, () -> {}) : Departures.watch(new Watch(gone, give));
  }

  /** An eye kept on a client. */
  public static final class Watch implements AutoCloseable {
    private final BooleanSupplier gone;
    private final Runnable give;
    private boolean closed;

    private Watch(BooleanSupplier gone, Runnable give) {
      this.gone = gone;
      this.give = give;
    }

    /** Looks once; false when there is nothing more to look for. */
    synchronized boolean look() {
      if (!closed && gone.getAsBoolean()) {
        closed = true;
        give.run();
      }
      return !closed;
    }

    /** From here on the connection is not looked at any more. */
    @Override
    public synchronized void close() {
      closed = true;
    }
  }
}

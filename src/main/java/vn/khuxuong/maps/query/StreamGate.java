package vn.khuxuong.maps.query;

import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.layer.MapsProblem;

/**
 * Lets so many answers at a time be sent while they are read from the database. Each keeps a
 * connection for as long as its client takes, so that all other questions need some left.
 */
@Component
public class StreamGate {

  private final Semaphore places;

  /**
   * @param most how many at a time
   */
  public StreamGate(@Value("${khu.published.streams:4}") int most) {
    places = new Semaphore(most);
  }

  /** A place in the gate, to be given back; giving it back again does nothing. */
  public final class Place implements AutoCloseable {
    private boolean given;

    private Place() {}

    @Override
    public void close() {
      if (!given) {
        given = true;
        places.release();
      }
    }
  }

  /**
   * Takes a place.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException {@link MapsProblem#BUSY} if there is none
   */
  public Place enter() {
    if (!places.tryAcquire()) {
      throw MapsProblem.BUSY.with(
          "Đang có quá nhiều người tải dữ liệu. Hãy thử lại sau ít phút.",
          "Too many people are downloading at the moment. Try again in a few minutes.");
    }
    return new Place();
  }
}

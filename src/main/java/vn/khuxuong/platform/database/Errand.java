package vn.khuxuong.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import vn.khuxuong.platform.web.Client;
import vn.khuxuong.platform.web.ClientLeftException;

/**
 * Something done in the database for the client of the current request. When it goes, the statement
 * that runs is cancelled, so that the database computes nothing that nobody will read.
 */
public final class Errand {

  private final Connection connection;
  private volatile boolean left;

  private Errand(Connection connection) {
    this.connection = connection;
  }

  /** What is done. */
  @FunctionalInterface
  public interface Task<T, E extends Exception> {
    /** Does it; whoever handles many rows asks the errand now and then. */
    T run(Errand errand) throws E;
  }

  /**
   * Does something on a connection.
   *
   * @throws ClientLeftException if the client went meanwhile
   */
  public static <T, E extends Exception> T on(Connection connection, Task<T, E> task) throws E {
    Errand errand = new Errand(connection);
    try {
      return Client.current().during(() -> task.run(errand), errand::giveUp);
    } catch (RuntimeException e) {
      if (errand.left) {
        throw new ClientLeftException(e);
      }
      throw e;
    }
  }

  /**
   * Goes on only if the client is still there.
   *
   * @throws ClientLeftException if it is not
   */
  public void requireClient() {
    if (left) {
      throw new ClientLeftException(null);
    }
  }

  /** Unlike the cancelling of a statement this can be said more than once. */
  private void giveUp() {
    left = true;
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

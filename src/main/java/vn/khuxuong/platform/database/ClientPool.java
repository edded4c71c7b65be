package vn.khuxuong.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import vn.khuxuong.platform.web.Client;

/**
 * Connections to read with for clients: once a client has gone, what the database works out for it
 * is cancelled. Whichever door asks and however it does, a statement or a cursor's next rows.
 */
class ClientPool extends HikariDataSource {

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    Client.Watch watch = Client.current().watch(() -> cancel(connection));
    return (Connection)
        Proxy.newProxyInstance(
            ClientPool.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              if (method.getName().equals("close")) {
                watch.close(); // before somebody else gets the connection
              }
              return call(connection, method, arguments);
            });
  }

  /** Unlike the cancelling of a statement this can be said more than once. */
  private static void cancel(Connection connection) {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception failure) {
        throw failure;
      }
      throw e;
    }
  }
}

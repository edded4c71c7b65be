package vn.khuxuong.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import vn.khuxuong.platform.web.Client;

/**
 * Connections to read with for clients: once whoever asked has closed the connection, what the
 * database works out for them is cancelled. Whichever door asks, and however it does.
 */
class ClientPool extends HikariDataSource {

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          Object result = call(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? watched(connection, statement)
              : result;
        });
  }

  private static PreparedStatement watched(Connection connection, PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) ->
            method.getName().startsWith("execute")
                ? Client.current()
                    .during(
                        () -> Optional.ofNullable(call(statement, method, arguments)),
                        () -> cancel(connection))
                    .orElse(null)
                : call(statement, method, arguments));
  }

  /** Unlike the cancelling of a statement this can be said more than once. */
  private static void cancel(Connection connection) {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
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

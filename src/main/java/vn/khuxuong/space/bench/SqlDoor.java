package vn.khuxuong.space.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.khuxuong.platform.database.Database;

/** One connection of JDBC with prepared statements: a search is one of them. */
final class SqlDoor implements Door {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  SqlDoor(Database database) throws IOException {
    try {
      connection = database.dataSource().getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute("set jit = off");
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void ask(Ask ask) throws IOException {
    try {
      String sql = ask.sql();
      PreparedStatement statement = statements.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        statements.put(sql, statement);
      }
      List<Object> values = ask.values();
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        row.getString(1);
      }
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // it is gone either way
    }
  }
}

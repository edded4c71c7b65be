package vn.khuxuong.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Switches the triggers of tables off for a bulk load whose rows need none of them, within the
 * caller's transaction: if that is rolled back, they never were off. Needs the tables' owner; other
 * writers wait meanwhile, readers do not.
 */
public final class TriggerPause {
  private final Connection connection;
  private final Map<String, String> tables = new LinkedHashMap<>();

  /** Nothing is off yet. */
  public TriggerPause(Connection connection) {
    this.connection = connection;
  }

  /** Switches off every trigger of a table; foreign keys and checks hold as always. */
  public TriggerPause of(String table) throws SQLException {
    return of(table, "");
  }

  /**
   * Switches off every trigger of a table but one.
   *
   * @param kept its name; like the table a constant of the program
   */
  public TriggerPause of(String table, String kept) throws SQLException {
    run("alter table " + table + " disable trigger user");
    if (!kept.isEmpty()) {
      run("alter table " + table + " enable trigger " + kept);
    }
    tables.put(table, kept);
    return this;
  }

  /** Switches all of them on again. */
  public void end() throws SQLException {
    for (String table : tables.keySet()) {
      run("alter table " + table + " enable trigger user");
    }
    tables.clear();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package vn.khuxuong.platform.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows of one table on their way into the database by COPY, some hundred times as quick as single
 * inserts. Kept in memory until they are sent, so make one for each batch.
 *
 * <p>What the rows say is added to a digest, except the numbers that the database gave out: two
 * loads of the same content have the same digest.
 */
public final class CopyRows {
  private static final HexFormat HEX = HexFormat.of();

  private final String sql;
  private final int columns;
  private final MessageDigest digest;
  private final StringBuilder text = new StringBuilder();
  private int cells;
  private int rows;

  /**
   * @param digest learns every value but the identifiers
   * @param table with its schema; a constant of the program, as are the columns
   */
  public CopyRows(MessageDigest digest, String table, String... columns) {
    for (String name : List.of(columns)) {
      requireName(name, "[a-z][a-z0-9_]*");
    }
    requireName(table, "[a-z]+\\.[a-z][a-z0-9_]*");
    this.sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
    this.columns = columns.length;
    this.digest = digest;
  }

  /** A digest for {@link #CopyRows}: SHA-256. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void requireName(String name, String form) {
    if (!name.matches(form)) {
      throw new IllegalArgumentException("No plain name: " + name);
    }
  }

  /**
   * Takes as many identifiers as asked for out of a table's sequence.
   *
   * @return the first of them; the others follow it without a gap. The caller holds a lock that
   *     keeps others from writing to the table
   */
  public static long reserve(Connection connection, String table, int count) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select setval(s, nextval(s) + ? - 1) from pg_get_serial_sequence(?, 'id') s")) {
      statement.setInt(1, Math.max(1, count));
      statement.setString(2, table);
      try (ResultSet last = statement.executeQuery()) {
        last.next();
        return last.getLong(1) - Math.max(1, count) + 1;
      }
    }
  }

  /** The next cell is an identifier. */
  public CopyRows id(long value) {
    cell().append(value);
    return this;
  }

  /** The next cell is a text, number, truth value or day, or nothing. */
  public CopyRows add(@Nullable Object value) {
    StringBuilder out = cell();
    String written = value == null ? "\\N" : escaped(value.toString());
    out.append(written);
    digest.update(written.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  /** The next cell is a shape in EWKB. */
  public CopyRows shape(byte[] ewkb) {
    cell();
    HEX.formatHex(text, ewkb);
    digest.update(ewkb);
    return this;
  }

  /** The next cell is an array of plain words. */
  public CopyRows words(List<?> words) {
    return add("{" + String.join(",", words.stream().map(Object::toString).toList()) + "}");
  }

  private StringBuilder cell() {
    if (cells++ > 0) {
      text.append('\t');
    }
    return text;
  }

  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  /** Ends the row. */
  public void end() {
    if (cells != columns) {
      throw new IllegalStateException(sql + ": row of " + cells + " cells");
    }
    text.append('\n');
    cells = 0;
    rows++;
  }

  /** Rows ended so far. */
  public int count() {
    return rows;
  }

  /**
   * Sends the rows within the caller's transaction.
   *
   * @throws SQLException if one breaks a constraint; then none is stored
   */
  public void send(Connection connection) throws SQLException {
    if (rows == 0) {
      return;
    }
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(sql, new StringReader(text.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package vn.khuxuong.maps.picture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day a picture shows and when that was known, told to the views by settings that last for one
 * transaction.
 */
record Moment(@Nullable LocalDate day, @Nullable Instant asOf) {
  private static final Moment PRESENT = new Moment(null, null);
  private static final String SET =
      "select set_config('khu.on', ?, true), set_config('khu.as_of', ?, true)";

  /** What a layer shows; layers that know only one answer always show the present. */
  static Moment of(PictureLayer layer) {
    return layer.isPresent() ? PRESENT : new Moment(layer.day(), layer.asOf());
  }

  void begin(Connection connection) throws SQLException {
    if (equals(PRESENT)) {
      return;
    }
    connection.setAutoCommit(false);
    try (PreparedStatement set = connection.prepareStatement(SET)) {
      set.setString(1, day == null ? "" : day.toString());
      set.setString(2, asOf == null ? "" : asOf.toString());
      set.execute();
    }
  }

  void end(Connection connection) throws SQLException {
    if (!equals(PRESENT)) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}

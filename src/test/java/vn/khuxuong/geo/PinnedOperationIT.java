package vn.khuxuong.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java and PostGIS must put every point of Vietnam on the same millimetre. */
@EnabledIfSystemProperty(named = "khu.test.jdbc", matches = "jdbc:.+")
class PinnedOperationIT {
  private static final double ONE_MILLIMETRE = 0.001;
  private static Connection connection;

  @BeforeAll
  static void pin() throws SQLException, IOException {
    connection = DriverManager.getConnection(System.getProperty("khu.test.jdbc"));
    connection.setAutoCommit(false);
    try (var migration =
            PinnedOperationIT.class.getResourceAsStream(
                "/db/migration/V0002__geo_spatial_ref_sys.sql");
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists postgis");
      statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @AfterAll
  static void leaveNoTrace() throws SQLException {
    connection.rollback();
    connection.close();
  }

  static Stream<Crs> vn2000() {
    return Stream.of(Crs.values()).filter(crs -> crs.datum() == Crs.Datum.VN_2000);
  }

  @ParameterizedTest
  @MethodSource("vn2000")
  void agreesWithJavaToTheMillimetreOverAllVietnamBothWays(Crs crs) throws SQLException {
    String grid =
        """
        select lon, lat, st_x(p), st_y(p), st_x(q), st_y(q)
        from (select lon, lat, p, st_transform(p, 4326) as q
              from (select lon, lat, st_transform(st_setsrid(st_makepoint(lon, lat), 4326), %d) as p
                    from (select 102 + i * 0.5 as lon from generate_series(0, 16) as i) as lons,
                         (select 8 + j * 0.5 as lat from generate_series(0, 32) as j) as lats
                   ) as there
             ) as back
        """
            .formatted(crs.srid());
    CoordinateOperation there = CoordinateOperation.between(Crs.CRS84, crs);
    CoordinateOperation back = CoordinateOperation.between(crs, Crs.CRS84);
    double unit = crs.isGeographic() ? 1.0 / 111_320 : 1;
    int points = 0;
    double worst = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(grid)) {
      while (row.next()) {
        double[] xy = {row.getDouble(1), row.getDouble(2)};
        there.apply(xy);
        worst = Math.max(worst, Math.abs(xy[0] - row.getDouble(3)) / unit);
        worst = Math.max(worst, Math.abs(xy[1] - row.getDouble(4)) / unit);
        double[] lonLat = {row.getDouble(3), row.getDouble(4)};
        back.apply(lonLat);
        worst = Math.max(worst, Math.abs(lonLat[0] - row.getDouble(5)) * 111_320);
        worst = Math.max(worst, Math.abs(lonLat[1] - row.getDouble(6)) * 111_320);
        points++;
      }
    }
    assertThat(points).isEqualTo(17 * 33);
    assertThat(worst).isLessThan(ONE_MILLIMETRE);
  }

  @Test
  void meetsTheControlPoint() throws SQLException {
    double[] east = xy("st_transform('SRID=4326;POINT(106.6 10.8)'::geometry, 9210)");
    assertThat(east[0]).isEqualTo(592754.678, within(ONE_MILLIMETRE));
    assertThat(east[1]).isEqualTo(1194465.039, within(ONE_MILLIMETRE));
  }

  @Test
  void isNotWhatTheDatabaseWouldHaveChosenByItself() throws SQLException {
    double[] chosen = xy("st_transform('POINT(106.52 10.8)'::geometry, 'EPSG:4326', 'EPSG:9210')");
    double[] pinned = xy("st_transform('SRID=4326;POINT(106.52 10.8)'::geometry, 9210)");
    assertThat(Math.hypot(chosen[0] - pinned[0], chosen[1] - pinned[1]))
        .isEqualTo(0.80, within(0.01));
  }

  @Test
  void writesNothingTheSecondTime() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select khu_pin_vn2000()")) {
      row.next();
      assertThat(row.getInt(1)).isZero();
    }
  }

  private static double[] xy(String expression) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select st_x(p), st_y(p) from (select " + expression + " as p) as q")) {
      row.next();
      return new double[] {row.getDouble(1), row.getDouble(2)};
    }
  }
}

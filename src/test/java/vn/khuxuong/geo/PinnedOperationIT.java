package vn.khuxuong.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.khuxuong.platform.database.Database;
import vn.khuxuong.platform.database.TestDatabase;

/** Java and PostGIS must put every point of Vietnam on the same millimetre. */
class PinnedOperationIT {
  private static final double ONE_MILLIMETRE = 0.001;
  private static Connection connection;

  @BeforeAll
  static void migrate() throws SQLException {
    Database database = TestDatabase.empty("khuxuong_geo");
    database.migrate();
    connection = database.dataSource().getConnection();
  }

  @AfterAll
  static void close() throws SQLException {
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

  /** The whole plan, stored and judged by the database as Java judges it. */
  @Test
  void judgesThePublishedPlanAsJavaDoes() throws SQLException, IOException {
    GeoJson.FeatureCollection plan =
        GeoJson.readFeatures(
            Files.readString(Path.of("maps/plans/PVH-1.geojson")), ShapeRules.vietnam(Crs.CRS84));
    try (PreparedStatement area =
        connection.prepareStatement("select st_area(st_transform(?::geometry, 9210))")) {
      for (GeoJson.Feature feature : plan.features()) {
        area.setBytes(1, Wkb.writeWithSrid(feature.geometry(), Crs.CRS84));
        try (ResultSet row = area.executeQuery()) {
          row.next();
          assertThat(row.getDouble(1))
              .as(feature.id())
              .isEqualTo(
                  LegalArea.of(feature.geometry(), Crs.CRS84, Crs.EPSG_9210).m2(), within(0.001));
        }
      }
    }
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

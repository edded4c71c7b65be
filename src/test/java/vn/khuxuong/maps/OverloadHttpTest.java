package vn.khuxuong.maps;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.Refusals.harmless;

import com.zaxxer.hikari.HikariDataSource;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door.Answer;
import vn.khuxuong.platform.database.Published;

/**
 * More questions than the database answers: who comes then is sent away quickly and told when to
 * come back, whatever needs no data is answered as ever, and soon everything is again. Rows R2 and
 * S27 of the list of known attacks and faults.
 */
@KhuxuongTest
@TestPropertySource(properties = {"khu.published.wait=250ms", "khu.published.pool-size=3"})
class OverloadHttpTest {
  private static final String AT =
      "&crs=EPSG:3857&bbox=11857100,1209500,11857300,1209700&width=101&height=101";

  /** Each asks the database, whatever was asked before. */
  private static final List<String> NEED_DATA =
      List.of(
          "/ogc/collections/plots/items?limit=3",
          "/ogc/collections/plots/items?f=html&limit=3",
          "/ogc/collections/plots/items?f=jsonfg&limit=3",
          "/ogc/collections/plots/items?f=csv",
          "/ogc/collections/plots/items?f=kml",
          "/ogc/collections/plots/items?resultType=hits&filter=area_m2%3CNONCE",
          "/ogc/collections/zones/items/PVH",
          "/tiles/plots/16/52158/30790.mvt?filter=area_m2%3CNONCE",
          "/tiles/plots/16/52158/30790.png?filter=area_m2%3CNONCE",
          "/ogc/collections/plots/tiles/WebMercatorQuad/16/30790/52158?f=mvt&filter=area_m2%3C1NONCE",
          "/ogc/collections/plots/map/tiles/WebMercatorQuad/16/30790/52158?filter=area_m2%3C1NONCE",
          "/wms?service=WMS&version=1.3.0&request=GetMap&layers=plots&styles=&format=image/png"
              + "&cql_filter=area_m2%3E1"
              + AT,
          "/wms?service=WMS&version=1.3.0&request=GetFeatureInfo&layers=plots&styles=&i=50&j=50"
              + "&query_layers=plots&info_format=application/json&format=image/png"
              + AT,
          "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=plots&count=3",
          "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=plots&count=3"
              + "&outputFormat=application/json",
          "/wmts/1.0.0/plots/default/WebMercatorQuad/16/3079NONCE/52300.png");

  private static final List<String> NEED_NONE =
      List.of(
          "/",
          "/actuator/health/liveness",
          "/actuator/health/readiness",
          "/ogc?f=json",
          "/ogc/conformance",
          "/ogc/collections",
          "/ogc/collections/plots/queryables",
          "/ogc/styles/subzones",
          "/styles/subzones/legend.json",
          "/styles/sprite/subzones.png",
          "/wms?service=WMS&request=GetCapabilities",
          "/wms?service=WMS&request=GetLegendGraphic&format=image/png&layer=bays",
          "/wfs?service=WFS&request=GetCapabilities",
          "/wmts?service=WMTS&request=GetCapabilities",
          "/tiles/zones/9/407/240.mvt",
          "/tiles/zones/9/407/240.png");

  @LocalServerPort private int port;
  @Autowired @Published private DataSource published;
  @Autowired private DataSource owner;
  @Autowired private JdbcClient jdbc;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  @Test
  void r2WhoComesWhileAllConnectionsAreTakenIsSentAwayQuickly() throws SQLException {
    NEED_NONE.forEach(this::isAnswered);
    NEED_DATA.forEach(path -> isAnswered(path.replace("NONCE", "0")));
    HikariDataSource pool = published.unwrap(HikariDataSource.class);
    List<Connection> taken = new ArrayList<>();
    try {
      for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
        taken.add(pool.getConnection());
      }
      NEED_DATA.forEach(path -> isSentAway(path.replace("NONCE", "1")));
      for (String path : NEED_NONE) {
        assertThat(door.get(path).status()).as(path).isEqualTo(200);
      }
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    NEED_DATA.forEach(path -> isAnswered(path.replace("NONCE", "1")));
  }

  /** At once, or on a machine that does more as well, soon. */
  private void isAnswered(String path) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    Answer answer = door.get(path);
    while (answer.status() == 503 && System.nanoTime() < end) {
      answer = door.get(path);
    }
    assertThat(answer.status()).as(path).isIn(200, 204);
  }

  private void isSentAway(String path) {
    long start = System.nanoTime();
    Answer answer = door.get(path);
    assertThat((System.nanoTime() - start) / 1_000_000).as(path).isLessThan(2_000);
    assertThat(answer.status()).as(path).isEqualTo(503);
    assertThat(answer.header("Retry-After")).as(path).matches("[1-9]\\d*");
    assertThat(answer.header("ETag")).as(path).isEmpty();
    boolean own = path.matches("/(wms|wfs|wmts)[?/].*");
    assertThat(answer.header("Content-Type"))
        .as(path)
        .matches(own ? "(text|application)/xml.*" : "application/problem\\+json.*");
    harmless(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/collections/plots/items?limit=3",
        "/ogc/collections/plots/items?f=csv",
        "/ogc/collections/plots/items?resultType=hits&filter=area_m2%3C66",
        "/ogc/collections/plots/items/1",
        "/tiles/plots/16/52158/30790.mvt?filter=area_m2%3C65",
        "/tiles/plots/16/52158/30790.png?filter=area_m2%3C64",
        "/wms?service=WMS&version=1.3.0&request=GetFeatureInfo&layers=plots&styles=&i=50&j=50"
            + "&query_layers=plots&info_format=application/json&format=image/png"
            + AT,
        "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=plots&count=3"
      })
  void s27TheStatementOfAClientThatHasGoneIsCancelled(String path) throws Exception {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        statement.execute("lock table derived.plots in access exclusive mode");
        try (Socket client = new Socket("localhost", port)) {
          String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
          client.getOutputStream().write(request.getBytes(US_ASCII));
          client.getOutputStream().flush();
          awaitStatement(true);
        }
        long left = System.nanoTime();
        awaitStatement(false);
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - left)).isLessThan(2_000);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    assertThat(door.get(path).status()).isIn(200, 204, 404);
  }

  private void awaitStatement(boolean waiting) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
    while (isWaiting() != waiting && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(isWaiting()).isEqualTo(waiting);
  }

  private boolean isWaiting() {
    return jdbc.sql(
            """
            select exists (
              select from pg_stat_activity
              where wait_event_type = 'Lock' and query like '%plots%' and datname = current_database())
            """)
        .query(Boolean.class)
        .single();
  }
}

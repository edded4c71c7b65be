package vn.khuxuong.maps.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.maps.style.Styles;

@KhuxuongTest
class MapPicturesHttpTest {
  @LocalServerPort private int port;
  @Autowired private DataSource owner;
  @Autowired private JdbcClient jdbc;
  @Autowired private MapPictures pictures;
  @Autowired private WarmUp warmUp;
  @Autowired private LayerCatalogue catalogue;
  @Autowired private LayerExtents extents;
  @Autowired private Styles styles;

  private PictureLayer layer(String id, PictureLayer.Condition condition) {
    Layer layer = catalogue.get(id);
    return new PictureLayer(
        layer,
        styles.find(layer.style(), Styles.DEFAULT).orElseThrow(),
        condition,
        null,
        null,
        null);
  }

  /** All subzones on a screen. */
  private MapView plan(Crs crs) {
    BBox box = extents.of(catalogue.get("subzones")).box().orElseThrow();
    return new MapView(box.transform(crs), 900, 700);
  }

  private byte[] draw(Crs crs, PictureLayer.Condition condition) {
    return pictures.draw(
        PictureRequest.png(plan(crs), List.of(layer("subzones", condition)), null));
  }

  @Test
  void drawsOnlyWhatItsConditionLetsThrough() {
    byte[] all = draw(Crs.EPSG_3857, null);
    byte[] none =
        draw(
            Crs.EPSG_3857,
            new PictureLayer.Condition("\"land_use\" = :a", Map.of("a", "x' or '1'='1")));
    byte[] some =
        draw(
            Crs.EPSG_3857,
            new PictureLayer.Condition(
                "\"land_use\" in (:a)", Map.of("a", List.of("INDUSTRY", "GREEN"))));
    assertThat(none.length).isLessThan(some.length);
    assertThat(some.length).isLessThan(all.length);
    assertThat(draw(Crs.EPSG_9210, null).length).isGreaterThan(10_000);
  }

  @Test
  void drawsEveryFormatAndMapsBeforeTheyAreAskedFor() {
    for (PictureFormat format : PictureFormat.values()) {
      byte[] file =
          pictures.draw(
              new PictureRequest(
                  plan(Crs.EPSG_3857), List.of(layer("subzones", null)), null, format, 2));
      assertThat(file.length).isGreaterThan(5_000);
    }
    assertThat(warmUp.draw(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200))).isPositive();
    assertThat(warmUp.draw(System.nanoTime())).isZero();
  }

  private List<Map<String, Object>> statementsWaiting() {
    return jdbc.sql(
            """
            select pid, application_name, backend_type, client_port, state, wait_event,
                   clock_timestamp() - query_start as since, query
            from pg_stat_activity where wait_event_type = 'Lock' and query like '%st_asbinary("_shape")%'
              and datname = current_database()
            """)
        .query()
        .listOfRows();
  }

  private void await(boolean waiting) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
    while (statementsWaiting().isEmpty() == waiting && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    List<Map<String, Object>> now = statementsWaiting();
    assertThat(!now.isEmpty()).as("%s", now).isEqualTo(waiting);
  }

  @Test
  void givesUpTheStatementOfAClientThatHasGone() throws Exception {
    BBox box = plan(Crs.EPSG_3857).box();
    String path =
        "/wms?service=WMS&version=1.3.0&request=GetMap&layers=subzones&styles=&format=image/png"
            + "&cql_filter=area_ha%3E0&crs=EPSG:3857&width=903&height=700&bbox="
            + box.minX()
            + ","
            + box.minY()
            + ","
            + box.maxX()
            + ","
            + box.maxY();
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      String relation = catalogue.get("subzones").relation(true);
      String table =
          jdbc.sql(
                  """
                  select distinct quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                  from pg_depend d
                  join pg_rewrite r on r.oid = d.objid
                  join pg_class c on c.oid = d.refobjid and c.relkind = 'r'
                  join pg_namespace n on n.oid = c.relnamespace
                  where r.ev_class = cast(:view as regclass) and c.relname like '%subzones%'
                  order by 1 limit 1
                  """)
              .param("view", relation)
              .query(String.class)
              .single();
      try {
        statement.execute("lock table " + table + " in access exclusive mode");
        try (Socket client = new Socket("localhost", port)) {
          String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
          client.getOutputStream().write(request.getBytes(US_ASCII));
          client.getOutputStream().flush();
          await(true);
        }
        long left = System.nanoTime();
        await(false);
        assertThat(System.nanoTime() - left).isLessThan(TimeUnit.SECONDS.toNanos(3));
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    assertThat(draw(Crs.EPSG_3857, null).length).isGreaterThan(10_000);
  }
}

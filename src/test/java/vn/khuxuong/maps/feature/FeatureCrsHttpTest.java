package vn.khuxuong.maps.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.Door;
import vn.khuxuong.maps.Door.Answer;

/** OGC API Features Part 2, and that VN-2000 here is EPSG:6960 to the millimetre. */
@KhuxuongTest
class FeatureCrsHttpTest {

  private static final String ITEM = "/ogc/collections/subzones/items/1";
  private static final String ITEMS = "/ogc/collections/subzones/items?limit=1000";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  /** /req/crs/fc-md-crs-list, fc-md-storageCrs, fc-md-storageCrs-valid-value. */
  @Test
  void collectionsListTheirSystemsWithTheStorageAmongThem() {
    for (JsonNode collection : door.get("/ogc/collections").json().get("collections")) {
      String listed = collection.get("crs").toString();
      assertThat(collection.at("/crs/0").asString()).isEqualTo(Crs.CRS84.uri());
      assertThat(listed).contains(collection.get("storageCrs").asString());
      for (Crs crs :
          new Crs[] {
            Crs.EPSG_4326,
            Crs.EPSG_3857,
            Crs.EPSG_4756,
            Crs.EPSG_9210,
            Crs.EPSG_5897,
            Crs.EPSG_5899,
            Crs.EPSG_3405
          }) {
        assertThat(listed).contains(crs.uri());
      }
    }
  }

  /** /req/crs/ogc-crs-header, ogc-crs-header-value, fc-crs-default-value. */
  @Test
  void headerNamesTheSystemAlsoWhenNobodyAsked() {
    assertThat(door.get(ITEM).header("Content-Crs")).isEqualTo("<" + Crs.CRS84.uri() + ">");
    assertThat(door.get(ITEMS).header("Content-Crs")).isEqualTo("<" + Crs.CRS84.uri() + ">");
    for (Crs crs : OfferedCrs.ALL) {
      Answer item = door.get(ITEM + "?crs=" + crs.uri());
      assertThat(item.status()).as(crs.code()).isEqualTo(200);
      assertThat(item.header("Content-Crs")).isEqualTo("<" + crs.uri() + ">");
      assertThat(door.get(ITEMS + "&crs=" + crs.uri()).header("Content-Crs"))
          .isEqualTo("<" + crs.uri() + ">");
    }
  }

  /** /req/crs/fc-crs-action: every system against the Java operation, in the registry's order. */
  @Test
  void coordinatesAreThoseOfThePinnedOperationToOneMillimetre() {
    JsonNode degrees = door.get(ITEM).json().at("/geometry/coordinates/0");
    for (Crs crs : OfferedCrs.ALL) {
      JsonNode ring = door.get(ITEM + "?crs=" + crs.uri()).json().at("/geometry/coordinates/0");
      boolean swaps = AxisOrder.OGC_API_WITH_CRS.swaps(crs);
      double tolerance = crs.unit() == Crs.Unit.DEGREE ? 1e-8 : 1e-3;
      assertThat(ring.size()).isEqualTo(degrees.size());
      for (int i = 0; i < ring.size(); i++) {
        double[] xy = {degrees.get(i).get(0).asDouble(), degrees.get(i).get(1).asDouble()};
        CoordinateOperation.between(Crs.CRS84, crs).apply(xy);
        assertThat(ring.get(i).get(swaps ? 1 : 0).asDouble())
            .as(crs.code())
            .isCloseTo(xy[0], within(tolerance));
        assertThat(ring.get(i).get(swaps ? 0 : 1).asDouble())
            .as(crs.code())
            .isCloseTo(xy[1], within(tolerance));
      }
    }
  }

  /** The control point of the field: lon 106.6, lat 10.8 is E 592754.678, N 1194465.039 in 9210. */
  @Test
  void controlPointArrivesWithinOneMillimetre() {
    jdbc.sql(
            """
            insert into zoning.zones (code, name_vi, name_en, short_name, kind, status,
              gross_area_ha, legal_srid, data_status, content_sha256, geom)
            values ('ZZMOC', 'Mốc thử', 'Control point', 'Mốc', 'IP', 'PLANNED', 1, 9210,
              'ILLUSTRATIVE', 'x',
              st_multi(st_geomfromtext(
                'POLYGON((106.6 10.8, 106.601 10.8, 106.601 10.801, 106.6 10.8))', 4326)))
            """)
        .update();
    try {
      String zone = "/ogc/collections/zones/items/ZZMOC?crs=";
      JsonNode ring = door.get(zone + Crs.EPSG_9210.uri()).json().at("/geometry/coordinates/0/0");
      double nearest = Double.MAX_VALUE;
      for (JsonNode point : ring) {
        nearest =
            Math.min(
                nearest,
                Math.hypot(
                    point.get(0).asDouble() - 592754.678, point.get(1).asDouble() - 1194465.039));
      }
      assertThat(nearest).isLessThan(0.001);
      JsonNode latFirst =
          door.get(zone + Crs.EPSG_4326.uri()).json().at("/geometry/coordinates/0/0/0");
      assertThat(latFirst.get(0).asDouble()).isBetween(10.0, 11.0);
      assertThat(latFirst.get(1).asDouble()).isBetween(106.0, 107.0);
    } finally {
      jdbc.sql("delete from zoning.zones where code = 'ZZMOC'").update();
    }
  }

  /** /req/crs/fc-bbox-crs-definition, fc-bbox-crs-action: the same box in all systems. */
  @Test
  void oneBoxFindsTheSameInEverySystem() {
    BBox box = new BBox(Crs.EPSG_9210, 583500, 1194600, 583700, 1194900);
    long expected =
        jdbc.sql(
                """
                select count(*) from published.subzones where st_intersects(st_transform(geom, 9210),
                  st_makeenvelope(583500, 1194600, 583700, 1194900, 9210))
                """)
            .query(Long.class)
            .single();
    assertThat(expected).isPositive();
    for (Crs crs : OfferedCrs.ALL) {
      String text = box.transform(crs).format(AxisOrder.OGC_API_WITH_CRS);
      JsonNode page = door.get(ITEMS + "&bbox=" + text + "&bbox-crs=" + crs.uri()).json();
      // a box turned by the grid's convergence is a little larger than the one it came from
      assertThat(page.get("numberMatched").asLong())
          .as(crs.code())
          .isBetween(expected, expected + 1);
    }
  }

  @Test
  void boxesFarOutsideASystemsAreaFindNothing() {
    for (String box : new String[] {"0,0,1,1", "-1e300,-1e300,-1e299,-1e299", "9e8,9e8,1e9,1e9"}) {
      Answer answer = door.get(ITEMS + "&bbox=" + box + "&bbox-crs=" + Crs.EPSG_9210.uri());
      assertThat(answer.status()).as(box).isEqualTo(200);
      assertThat(answer.json().get("numberMatched").asLong()).as(box).isZero();
    }
    for (Crs crs : OfferedCrs.ALL) {
      String everything = "-1e300,-1e300,1e300,1e300";
      Answer answer = door.get(ITEMS + "&bbox=" + everything + "&bbox-crs=" + crs.uri());
      assertThat(answer.status()).as(crs.code()).isEqualTo(200);
      assertThat(answer.json().get("numberMatched").asLong()).as(crs.code()).isPositive();
    }
  }
}

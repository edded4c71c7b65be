package vn.khuxuong.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.maps.Door.encoded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Door.Answer;

/**
 * Every map door gives strong tags: equal tags are equal bytes, whenever and in whatever way they
 * were asked for, and a tag stands until something in the answer changes.
 */
@KhuxuongTest
class EntityTagHttpTest {
  private static final List<String> PATHS =
      List.of(
          "/ogc",
          "/ogc?f=html",
          "/ogc/conformance",
          "/ogc/api",
          "/ogc/collections",
          "/ogc/collections?f=html",
          "/ogc/collections/subzones",
          "/ogc/collections/subzones/queryables",
          "/ogc/collections/subzones/schema",
          "/ogc/collections/subzones/sortables",
          "/ogc/collections/subzones/items?limit=5",
          "/ogc/collections/subzones/items?limit=5&f=jsonfg",
          "/ogc/collections/subzones/items?limit=5&f=html",
          "/ogc/collections/subzones/items?f=csv",
          "/ogc/collections/subzones/items?f=kml",
          "/ogc/collections/subzones/items?datetime=2026-01-01&limit=5",
          "/ogc/collections/bays/items?limit=5&bbox=106.4,10.7,106.6,10.9",
          "/ogc/collections/zones/items?resultType=hits",
          "/ogc/collections/zones/items/PVH",
          "/ogc/collections/zones/items/PVH?f=html",
          "/ogc/collections/zones/items/PVH?f=jsonfg",
          "/ogc/tileMatrixSets",
          "/ogc/tileMatrixSets/WebMercatorQuad",
          "/ogc/collections/zones/tiles",
          "/ogc/collections/zones/tiles/WebMercatorQuad",
          "/ogc/collections/zones/tiles/WebMercatorQuad/9/240/407?f=mvt",
          "/ogc/map/tiles/WebMercatorQuad/9/240/407?f=png",
          "/ogc/styles",
          "/ogc/styles/khuxuong",
          "/ogc/styles/subzones?f=sld11",
          "/ogc/styles/subzones/metadata",
          "/styles/subzones.json",
          "/styles/subzones/legend.json",
          "/styles/sprite/subzones.json",
          "/styles/sprite/subzones@2x.png",
          "/map/context.json",
          "/tiles/zones.json",
          "/tiles/zones,subzones/9/407/240.mvt",
          "/tiles/zones/9/407/240.png",
          "/tiles/zones/9/407/240.jpg",
          "/wms?service=WMS&request=GetCapabilities",
          "/wms?service=WMS&version=1.1.1&request=GetCapabilities",
          "/wms?service=WMS&version=1.1.1&request=DescribeLayer&layers=zones",
          "/wms?service=WMS&version=1.1.1&request=GetStyles&layers=zones",
          "/wms?service=WMS&request=GetLegendGraphic&format=image/png&layer=subzones",
          "/wms?service=WMS&request=GetLegendGraphic&format=application/json&layer=subzones",
          "/wms?service=WMS&version=1.3.0&request=GetMap&layers=zones,bays&styles=&format=image/png"
              + "&crs=CRS:84&bbox=106.48,10.78,106.52,10.82&width=256&height=256",
          "/wms?service=WMS&version=1.3.0&request=GetMap&layers=vacancies&styles=&format=image/jpeg"
              + "&crs=CRS:84&bbox=106.48,10.78,106.52,10.82&width=256&height=256&time=current",
          "/wms?service=WMS&version=1.3.0&request=GetFeatureInfo&layers=zones&query_layers=zones"
              + "&styles=&format=image/png&crs=CRS:84&bbox=106.48,10.78,106.52,10.82&width=99"
              + "&height=99&i=49&j=49&info_format=application/json",
          "/wms?service=WMS&version=1.3.0&request=GetFeatureInfo&layers=zones&query_layers=zones"
              + "&styles=&format=image/png&crs=CRS:84&bbox=106.48,10.78,106.52,10.82&width=99"
              + "&height=99&i=49&j=49&info_format=application/gml%2Bxml;%20version=3.2",
          "/wms?service=WMS&version=1.3.0&request=GetFeatureInfo&layers=zones&query_layers=zones"
              + "&styles=&format=image/png&crs=CRS:84&bbox=106.48,10.78,106.52,10.82&width=99"
              + "&height=99&i=49&j=49&info_format=text/html",
          "/wfs?service=WFS&request=GetCapabilities",
          "/wfs?service=WFS&version=2.0.0&request=DescribeFeatureType",
          "/wfs?service=WFS&version=2.0.0&request=ListStoredQueries",
          "/wfs?service=WFS&version=2.0.0&request=DescribeStoredQueries",
          "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=zones&count=5",
          "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=zones&resultType=hits",
          "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=zones&count=5"
              + "&outputFormat=application/json",
          "/wfs?service=WFS&version=2.0.0&request=GetPropertyValue&typeNames=zones"
              + "&valueReference=code",
          "/wfs?service=WFS&version=2.0.0&request=GetFeature&id=zones.PVH"
              + "&storedQuery_Id=urn:ogc:def:query:OGC-WFS::GetFeatureById",
          "/wmts?service=WMTS&request=GetCapabilities",
          "/wmts/1.0.0/WMTSCapabilities.xml",
          "/wmts/1.0.0/zones/default/WebMercatorQuad/9/240/407.png");

  private static final String BAYS = "/ogc/collections/bays/items?limit=10&bbox=";

  private static final Map<String, Answer> FIRST = new ConcurrentHashMap<>();

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(port);
  }

  @ParameterizedTest
  @FieldSource("PATHS")
  void equalTagsAreEqualBytes(String path) throws Exception {
    if (FIRST.isEmpty()) {
      PATHS.forEach(each -> FIRST.put(each, door.get(each)));
      Thread.sleep(1_010); // what tells the time tells another one now
    }
    Answer first = Objects.requireNonNull(FIRST.get(path));
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(first.header("ETag")).as("strong").startsWith("\"").endsWith("\"");
    Answer again = door.get(path);
    if (!again.header("ETag").equals(first.header("ETag"))) {
      first = again; // work in the background published in between
      Thread.sleep(1_010);
      again = door.get(path);
    }
    String tag = first.header("ETag");
    assertThat(again.header("ETag")).isEqualTo(tag);
    assertThat(again.bytes()).isEqualTo(first.bytes());

    Answer known = door.get(path, "If-None-Match", tag);
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.header("ETag")).isEqualTo(tag);
    assertThat(known.bytes()).isEmpty();
    assertThat(door.get(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);

    Answer head = door.send("HEAD", path);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.bytes()).isEmpty();
    assertThat(headers(head)).isEqualTo(headers(again));

    Answer packed = door.get(path, "Accept-Encoding", "gzip");
    if (packed.header("Content-Encoding").equals("gzip")) {
      assertThat(packed.header("ETag")).as("other bytes").isNotEqualTo(tag).startsWith("\"");
      assertThat(unpacked(packed)).isEqualTo(again.bytes());
    }
    Answer packedHead = door.send("HEAD", path, "Accept-Encoding", "gzip");
    assertThat(packedHead.header("ETag")).isEqualTo(packed.header("ETag"));
  }

  /** What a proxy or a client decides by. */
  private static Map<String, List<String>> headers(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.response().headers().map());
    headers.keySet().removeAll(List.of("Date", "Transfer-Encoding", "Keep-Alive", "Connection"));
    return headers;
  }

  private static byte[] unpacked(Answer answer) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.bytes()))) {
      return in.readAllBytes();
    }
  }

  @Test
  void anEditChangesTheTagsOfItsPlaceOnEveryDoorWithinASecond() throws Exception {
    double[] box = box("published.buildings_now where code = 'TT-A'");
    double[] far = box("published.zones_now where code = 'PVH'");
    List<String> here = doors(box);
    List<String> there = doors(far);
    Thread.sleep(250);
    List<String> tagsHere = here.stream().map(this::tag).toList();
    List<String> tagsThere = there.stream().map(this::tag).toList();
    jdbc.sql("update space.buildings set changed_at = now() where code = 'TT-A'").update();
    Thread.sleep(500);
    for (int i = 0; i < here.size(); i++) {
      assertThat(tag(here.get(i))).as(here.get(i)).isNotEqualTo(tagsHere.get(i));
      assertThat(door.get(there.get(i), "If-None-Match", tagsThere.get(i)).status())
          .as(there.get(i))
          .isEqualTo(304);
    }
  }

  private String tag(String path) {
    Answer answer = door.get(path);
    assertThat(answer.status()).as(path).isIn(200, 204);
    return answer.header("ETag");
  }

  /** The same bays through every door. */
  private static List<String> doors(double[] box) {
    String lonLat = "%s,%s,%s,%s".formatted(box[0], box[1], box[2], box[3]);
    String latLon = "%s,%s,%s,%s".formatted(box[1], box[0], box[3], box[2]);
    int z = 18;
    double lat = Math.toRadians((box[1] + box[3]) / 2);
    int x = (int) Math.floor(((box[0] + box[2]) / 2 + 180) / 360 * (1 << z));
    int y =
        (int)
            Math.floor((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * (1 << z));
    String ring =
        "POLYGON((%1$s %2$s,%3$s %2$s,%3$s %4$s,%1$s %4$s,%1$s %2$s))"
            .formatted(box[0], box[1], box[2], box[3]);
    return List.of(
        BAYS + lonLat,
        BAYS + lonLat + "&f=csv",
        "/ogc/collections/bays/items?limit=10&filter="
            + encoded("S_INTERSECTS(geometry," + ring + ") AND area_m2 > 0"),
        "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=bays&count=10&bbox=" + latLon,
        "/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=bays&count=10"
            + "&outputFormat=application/json&bbox="
            + latLon,
        "/wms?service=WMS&version=1.3.0&request=GetMap&layers=bays&styles=&format=image/png"
            + "&crs=CRS:84&width=256&height=256&bbox="
            + lonLat,
        "/wms?service=WMS&version=1.3.0&request=GetFeatureInfo&layers=bays&query_layers=bays"
            + "&styles=&format=image/png&crs=CRS:84&width=256&height=256&i=128&j=128"
            + "&info_format=application/json&bbox="
            + lonLat,
        "/tiles/bays/%d/%d/%d.mvt".formatted(z, x, y),
        "/tiles/bays/%d/%d/%d.png".formatted(z, x, y),
        "/ogc/collections/bays/map/tiles/WebMercatorQuad/%d/%d/%d?f=png".formatted(z, y, x),
        "/wmts/1.0.0/bays/default/WebMercatorQuad/%d/%d/%d.png".formatted(z, y, x));
  }

  private double[] box(String from) {
    return jdbc.sql(
            "select st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom) from " + from)
        .query(
            (row, n) ->
                new double[] {
                  row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)
                })
        .single();
  }
}

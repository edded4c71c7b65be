package vn.khuxuong.maps.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.maps.Clients;
import vn.khuxuong.platform.database.Published;

/** GDAL and OWSLib read every feature type without being told anything but the address. */
@KhuxuongTest
class WfsClientsHttpTest {
  private static final List<String> LAYERS =
      List.of("zones", "subzones", "buildings", "floors", "bays", "vacancies");

  @LocalServerPort private int port;
  @Autowired @Published private JdbcClient published;

  private String source() {
    return "WFS:http://localhost:" + port + "/wfs";
  }

  private long rows(String layer) {
    return published
        .sql("select count(*) from published.\"" + layer + "\"")
        .query(Long.class)
        .single();
  }

  @Test
  void gdalListsAndReadsAllLayers() {
    String list = Clients.gdal("ogrinfo", "-ro", source());
    assertThat(list).doesNotContain("ERROR");
    for (String layer : LAYERS) {
      assertThat(list).contains("khu:" + layer);
      String all = Clients.gdal("ogrinfo", "-ro", "-al", "-q", source(), "khu:" + layer);
      assertThat(all).as(layer).doesNotContain("ERROR");
      Matcher features = Pattern.compile("(?m)^OGRFeature\\(").matcher(all);
      assertThat(features.results().count()).as(layer).isEqualTo(rows(layer));
    }
  }

  @Test
  void gdalReadsPagesOfAFewFeatures() {
    String summary =
        Clients.gdal(
            "ogrinfo",
            "-ro",
            "-q",
            "--config",
            "OGR_WFS_PAGE_SIZE",
            "13",
            "-sql",
            "select count(distinct gml_id) as n from \"khu:subzones\"",
            source());
    assertThat(summary).contains("n (Integer) = " + rows("subzones"));
  }

  @Test
  void gdalHandsItsFiltersToUs() {
    String found =
        Clients.gdal(
            "ogrinfo",
            "-ro",
            "-al",
            "-so",
            "-where",
            "land_use = 'GREEN'",
            source(),
            "khu:subzones");
    long green =
        published
            .sql("select count(*) from published.subzones where land_use = 'GREEN'")
            .query(Long.class)
            .single();
    assertThat(found).contains("Feature Count: " + green).doesNotContain("ERROR");
    String near =
        Clients.gdal(
            "ogrinfo",
            "-ro",
            "-al",
            "-so",
            "-spat",
            "106.0",
            "10.0",
            "107.5",
            "11.5",
            source(),
            "khu:zones");
    assertThat(near).contains("Feature Count: " + rows("zones")).doesNotContain("ERROR");
  }

  @Test
  void owslibReadsGeoJsonAndStoredQueries() {
    String printed =
        Clients.owslib(
            """
            import json
            from owslib.wfs import WebFeatureService
            wfs = WebFeatureService('http://localhost:%d/wfs', version='2.0.0')
            print(sorted(wfs.contents))
            print([q.id for q in wfs.storedqueries])
            schema = wfs.get_schema('khu:subzones')
            print(schema['geometry_column'], schema['properties']['area_m2'])
            got = wfs.getfeature(typename='khu:subzones', maxfeatures=5,
                                 outputFormat='application/json').read()
            print(len(json.loads(got)['features']))
            gml = wfs.getfeature(typename='khu:zones', bbox=(106, 10, 107.5, 11.5)).read()
            print(gml.count(b'<khu:zones '))
            """
                .formatted(port));
    assertThat(printed)
        .contains(
            "khu:zones", "GetFeatureById", "geom double", "\n5\n", "\n" + rows("zones") + "\n");
  }
}

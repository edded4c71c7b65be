package vn.khuxuong.maps.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Styles;

class RequestReaderTest {
  private static final String GOOD =
      "LAYERS=subzones&STYLES=&CRS=EPSG:4326&BBOX=10.7,106.5,10.8,106.6&WIDTH=400&HEIGHT=300";

  private final RequestReader reader =
      new RequestReader(TestLayers.catalogue(), Styles.in(Path.of("maps/styles")));

  static Parameters parameters(String query) {
    Map<String, String[]> values = new HashMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      values.putIfAbsent(parts[0], new String[] {parts[1]});
    }
    return Parameters.of(values);
  }

  private MapRequest read(String query, WmsVersion version) {
    return reader.map(parameters(query), version, Set.of());
  }

  private WmsException refusal(String query) {
    return catchThrowableOfType(WmsException.class, () -> read(query, WmsVersion.V1_3_0));
  }

  @Test
  void readsLatitudeFirstIn130AndLongitudeFirstIn111() {
    MapRequest latLon = read(GOOD, WmsVersion.V1_3_0);
    MapRequest lonLat =
        read(
            GOOD.replace("CRS=", "SRS=").replace("10.7,106.5,10.8,106.6", "106.5,10.7,106.6,10.8"),
            WmsVersion.V1_1_1);
    assertThat(latLon.view()).isEqualTo(lonLat.view());
    assertThat(latLon.view().box().minX()).isEqualTo(106.5);
    assertThat(latLon.ground()).isEqualTo(new Colour(-1));
  }

  @Test
  void readsEastNorthInEveryProjectedSystem() {
    for (String crs :
        new String[] {"EPSG:3857", "EPSG:9210", "EPSG:5897", "EPSG:5899", "EPSG:3405"}) {
      String query =
          GOOD.replace("EPSG:4326", crs)
              .replace("10.7,106.5,10.8,106.6", "583000,1195000,584000,1196000");
      assertThat(read(query, WmsVersion.V1_3_0).view().box().minX()).as(crs).isEqualTo(583_000);
    }
    assertThat(
            read(
                    GOOD.replace("EPSG:4326", "CRS:84")
                        .replace("10.7,106.5,10.8,106.6", "106.5,10.7,106.6,10.8"),
                    WmsVersion.V1_3_0)
                .view()
                .box()
                .crs())
        .isEqualTo(Crs.CRS84);
  }

  @Test
  void readsParameterNamesInAnyCaseAndIgnoresUnknownOnes() {
    MapRequest map =
        read(
            "layers=zones,subzones&StYlEs=,dia-chinh&crs=EPSG:4326&bbox=10.7,106.5,10.8,106.6"
                + "&width=8&HEIGHT=5&transparent=true&map=/etc/passwd&DIM_FLOOR=3",
            WmsVersion.V1_3_0);
    assertThat(map.layers())
        .extracting(layer -> layer.layer().id())
        .containsExactly("zones", "subzones");
    assertThat(map.layers())
        .extracting(RequestedLayer::styleName)
        .containsExactly("default", "dia-chinh");
    assertThat(map.ground()).isNull();
    assertThat(map.floor()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WIDTH=400 | WIDTH=4097 | InvalidParameterValue",
        "WIDTH=400 | WIDTH=100000 | InvalidParameterValue",
        "WIDTH=400 | WIDTH=-1 | InvalidParameterValue",
        "WIDTH=400 | WIDTH=0 | InvalidParameterValue",
        "WIDTH=400 | WIDTH=99999999999999999999 | InvalidParameterValue",
        "WIDTH=400 | WIDTH= | MissingParameterValue",
        "HEIGHT=300 | HEIGHT=x | InvalidParameterValue",
        "CRS=EPSG:4326 | CRS=EPSG:9205 | InvalidCRS",
        "CRS=EPSG:4326 | CRS=AUTO2:42001 | InvalidCRS",
        "CRS=EPSG:4326 | SRS=EPSG:4326 | MissingParameterValue",
        "BBOX=10.7,106.5,10.8,106.6 | BBOX=10.8,106.5,10.7,106.6 | InvalidParameterValue",
        "BBOX=10.7,106.5,10.8,106.6 | BBOX=10.7,106.6,10.8,106.5 | InvalidParameterValue",
        "BBOX=10.7,106.5,10.8,106.6 | BBOX=10.7,106.5,10.7,106.6 | InvalidParameterValue",
        "BBOX=10.7,106.5,10.8,106.6 | BBOX=NaN,106.5,10.8,106.6 | InvalidParameterValue",
        "BBOX=10.7,106.5,10.8,106.6 | BBOX=10.7,106.5,10.8,1e999 | InvalidParameterValue",
        "BBOX=10.7,106.5,10.8,106.6 | BBOX=10.7,106.5,10.8 | InvalidParameterValue",
        "LAYERS=subzones | LAYERS= | MissingParameterValue",
        "LAYERS=subzones | LAYERS=plans | LayerNotDefined",
        "LAYERS=subzones | LAYERS=subzones, | LayerNotDefined",
        "LAYERS=subzones | LAYERS=<script>alert(1)</script> | LayerNotDefined",
        "STYLES= | STYLES=neon | StyleNotDefined",
        "STYLES= | STYLES=../../etc/passwd | StyleNotDefined",
        "STYLES= | STYLES=default,default | StyleNotDefined",
        "STYLES= | BGCOLOR=red | InvalidParameterValue",
        "STYLES= | DIM_FLOOR=1;drop | InvalidDimensionValue"
      })
  void refuses(String good, String bad, String code) {
    WmsException refusal = refusal(GOOD.replace(good, bad));
    assertThat(refusal.code().word(WmsVersion.V1_3_0)).isEqualTo(code);
    assertThat(refusal.code().status().value()).isEqualTo(400);
  }

  @Test
  void refusesMoreLayersThanTheLimit() {
    String many = "subzones,".repeat(MapRequest.MAX_LAYERS) + "subzones";
    assertThat(refusal(GOOD.replace("LAYERS=subzones", "LAYERS=" + many)).code())
        .isEqualTo(WmsException.Code.INVALID_PARAMETER);
    String most = many.substring("subzones,".length());
    assertThat(read(GOOD.replace("LAYERS=subzones", "LAYERS=" + most), WmsVersion.V1_3_0).layers())
        .hasSize(MapRequest.MAX_LAYERS);
  }

  @ParameterizedTest
  @CsvSource({
    "1.3.0, 1.3.0",
    "1.1.1, 1.1.1",
    "1.0.0, 1.1.1",
    "0.0.0, 1.1.1",
    "1.2.0, 1.1.1",
    "1.3, 1.3.0",
    "1.10.0, 1.3.0",
    "9.9.9, 1.3.0",
    "100, 1.3.0",
    "ABC, 1.3.0"
  })
  void negotiatesTheVersion(String wanted, String answered) {
    assertThat(WmsVersion.negotiate(wanted).number()).isEqualTo(answered);
  }

  @Test
  void guessesTheVersionOfAMapFromItsCrsParameter() {
    assertThat(WmsVersion.of(parameters("SRS=EPSG:4326"))).isEqualTo(WmsVersion.V1_1_1);
    assertThat(WmsVersion.of(parameters("CRS=EPSG:4326"))).isEqualTo(WmsVersion.V1_3_0);
    assertThat(WmsVersion.of(parameters("a=b"))).isEqualTo(WmsVersion.V1_3_0);
  }

  @Test
  void drawsLayersOnlyAtTheirScales() {
    MapRequest plan =
        read(GOOD.replace("10.7,106.5,10.8,106.6", "10.77,106.50,10.80,106.53"), WmsVersion.V1_3_0);
    assertThat(plan.view().scaleDenominator())
        .isLessThan(plan.layers().get(0).maxScaleDenominator());
    MapRequest country =
        read(GOOD.replace("10.7,106.5,10.8,106.6", "8,102,12,108"), WmsVersion.V1_3_0);
    assertThat(country.view().scaleDenominator())
        .isGreaterThan(country.layers().get(0).maxScaleDenominator());
  }
}

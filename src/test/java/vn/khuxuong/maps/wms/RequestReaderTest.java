package vn.khuxuong.maps.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.picture.PictureFormat;
import vn.khuxuong.maps.picture.PictureLayer;
import vn.khuxuong.maps.style.Colour;

class RequestReaderTest {
  private static final String GOOD =
      "LAYERS=subzones&STYLES=&CRS=EPSG:4326&BBOX=10.7,106.5,10.8,106.6&WIDTH=400&HEIGHT=300";

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-24T05:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

  private final RequestReader reader =
      new RequestReader(TestLayers.requestedLayers(), new Selections(NOON));

  static Parameters parameters(String query) {
    Map<String, String[]> values = new HashMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      values.putIfAbsent(parts[0], new String[] {parts[1]});
    }
    return Parameters.of(values);
  }

  private MapRequest read(String query, WmsVersion version) {
    return reader.map(parameters(query), version, PictureFormat.PNG, Set.of());
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
                + "&width=8&HEIGHT=5&transparent=true&map=/etc/passwd&tiled=true&buffer=7",
            WmsVersion.V1_3_0);
    assertThat(map.layers())
        .extracting(layer -> layer.layer().id())
        .containsExactly("zones", "subzones");
    assertThat(map.layers())
        .extracting(RequestedLayer::styleName)
        .containsExactly("default", "dia-chinh");
    assertThat(map.ground()).isNull();
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
        "STYLES= | DPI=100000 | InvalidParameterValue",
        "STYLES= | DPI=NaN | InvalidParameterValue",
        "STYLES= | FORMAT_OPTIONS=layout:x;dpi:1 | InvalidParameterValue",
        "STYLES= | DIM_FLOOR=1;drop | InvalidDimensionValue",
        "STYLES= | DIM_FLOOR=4/2 | InvalidDimensionValue",
        "STYLES= | DIM_FLOOR=1/2/x | InvalidDimensionValue",
        "STYLES= | TIME=2025-01-01') OR 1=1-- | InvalidDimensionValue",
        "STYLES= | TIME=2025-13-01 | InvalidDimensionValue",
        "STYLES= | TIME=2025-02-01/2025-01-01 | InvalidDimensionValue",
        "STYLES= | TIME=yesterday | InvalidDimensionValue",
        "STYLES= | ASOF=yesterday | InvalidParameterValue",
        "STYLES= | FEATUREID=17 | InvalidParameterValue",
        "STYLES= | CQL_FILTER=nothing=1 | InvalidParameterValue",
        "STYLES= | CQL_FILTER=land_use= | InvalidParameterValue",
        "STYLES= | CQL_FILTER=land_use='ROAD';land_use='ROAD' | InvalidParameterValue",
        "STYLES= | FILTER=<a/> | InvalidParameterValue",
        "STYLES= | SLD=http://127.0.0.1:5432/x.sld | OperationNotSupported",
        "STYLES= | SLD_BODY=<StyledLayerDescriptor/> | OperationNotSupported",
        "STYLES= | REMOTE_OWS_TYPE=WFS | OperationNotSupported",
        "STYLES= | REMOTE_OWS_URL=http://[::1]/wfs | OperationNotSupported"
      })
  void refuses(String good, String bad, String code) {
    WmsException refusal = refusal(GOOD.replace(good, bad));
    assertThat(refusal.word(WmsVersion.V1_3_0)).isEqualTo(code);
    assertThat(refusal.status().value()).isEqualTo(400);
  }

  private static Selection selection(MapRequest map, int layer) {
    return map.layers().get(layer).selection();
  }

  private static String condition(MapRequest map, int layer) {
    PictureLayer.Condition condition = selection(map, layer).condition();
    return condition == null ? "" : condition.sql();
  }

  @Test
  void asksLayersThatAnswerForAnyDayForTheDayAndOthersForTheirPeriods() {
    MapRequest map = read(both("TIME=2025-07-24"), WmsVersion.V1_3_0);
    assertThat(selection(map, 0).day()).isEqualTo(LocalDate.of(2025, 7, 24));
    assertThat(selection(map, 0).condition()).isNull();
    assertThat(selection(map, 1).day()).isNull();
    assertThat(condition(map, 1)).contains("\"free_from\" <=", "\"free_until\" >");
    assertThat(Objects.requireNonNull(selection(map, 1).condition()).parameters())
        .containsValue(LocalDate.of(2025, 7, 24));
  }

  private static String both(String more) {
    return GOOD.replace("LAYERS=subzones", "LAYERS=subzones,vacancies") + "&" + more;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "current | 2026-11-24 | 2026-11-24",
        "2025 | 2025-01-01 | 2025-12-31",
        "2025-02 | 2025-02-01 | 2025-02-28",
        "2025-07-24T00:00:00Z | 2025-07-24 | 2025-07-24",
        "2025-07-23T18:30Z | 2025-07-24 | 2025-07-24",
        "2025-01-01/2025-03/P1D | 2025-01-01 | 2025-03-31",
        "2025-01-01/.. | 2025-01-01 |",
        "/2025-01-01 | | 2025-01-01"
      })
  void readsTimesAsDays(String text, LocalDate first, LocalDate last) {
    assertThat(Days.parse(text, LocalDate.now(NOON))).containsExactly(new Days(first, last));
  }

  @Test
  void readsListsOfTimesAndStoreys() {
    assertThat(Days.parse("2025-01-01,current", LocalDate.now(NOON))).hasSize(2);
    assertThat(Floors.parse("1,3/5,7.0"))
        .containsExactly(new Floors(1, 1), new Floors(3, 5), new Floors(7, 7));
    assertThat(Floors.parse("*")).isEmpty();
    MapRequest map = read(both("DIM_FLOOR=1,3/5&TIME=2025-01-01,2026-01-01"), WmsVersion.V1_3_0);
    assertThat(condition(map, 0)).contains("\"valid_from\" <=").doesNotContain("level");
    assertThat(condition(map, 1)).contains("\"level\" between", " or ");
  }

  @Test
  void readsOneFilterForEachLayer() {
    MapRequest map =
        read(both("CQL_FILTER=name_vi='a;b' AND land_use='ROAD';INCLUDE"), WmsVersion.V1_3_0);
    assertThat(condition(map, 0)).contains("name_vi", "land_use").doesNotContain("a;b");
    assertThat(condition(map, 1)).isIn("", "true");
    MapRequest fes =
        read(
            GOOD
                + "&FILTER=<Filter xmlns='http://www.opengis.net/fes/2.0'><PropertyIsEqualTo>"
                + "<ValueReference>code</ValueReference><Literal>A</Literal>"
                + "</PropertyIsEqualTo></Filter>",
            WmsVersion.V1_3_0);
    assertThat(condition(fes, 0)).contains("code");
  }

  @Test
  void takesNamesOfFeaturesAsData() {
    MapRequest map = read(both("FEATUREID=subzones.1' OR '1'='1,subzones.7"), WmsVersion.V1_3_0);
    PictureLayer.Condition condition = Objects.requireNonNull(selection(map, 0).condition());
    assertThat(condition.sql()).doesNotContain("'1'");
    assertThat((String[]) condition.parameters().values().iterator().next()).containsExactly("7");
    Object none =
        Objects.requireNonNull(selection(map, 1).condition())
            .parameters()
            .values()
            .iterator()
            .next();
    assertThat((String[]) none).isEmpty();
  }

  @Test
  void takesAGroupForItsLayersInDrawingOrder() {
    MapRequest map = read(GOOD.replace("LAYERS=subzones", "LAYERS=planning"), WmsVersion.V1_3_0);
    assertThat(map.layers())
        .extracting(layer -> layer.layer().id())
        .startsWith("zones", "subzones");
    MapRequest all = read(GOOD.replace("LAYERS=subzones", "LAYERS=khuxuong"), WmsVersion.V1_3_0);
    assertThat(all.layers()).hasSizeGreaterThan(map.layers().size());
    assertThat(
            refusal(GOOD.replace("LAYERS=subzones&STYLES=", "LAYERS=planning&STYLES=dia-chinh"))
                .word())
        .isEqualTo("StyleNotDefined");
  }

  @Test
  void readsTheResolutionInEveryWayClientsWriteIt() {
    for (String way :
        new String[] {"DPI=180", "MAP_RESOLUTION=180", "FORMAT_OPTIONS=a:b;dpi:180"}) {
      MapRequest map = read(GOOD + "&" + way, WmsVersion.V1_3_0);
      assertThat(map.dpiFactor()).isEqualTo(2);
      assertThat(map.scaleDenominator()).isEqualTo(2 * map.view().scaleDenominator());
    }
  }

  @Test
  void refusesMoreLayersThanTheLimit() {
    String many = "subzones,".repeat(MapRequest.MAX_LAYERS) + "subzones";
    assertThat(refusal(GOOD.replace("LAYERS=subzones", "LAYERS=" + many)).word())
        .isEqualTo("InvalidParameterValue");
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

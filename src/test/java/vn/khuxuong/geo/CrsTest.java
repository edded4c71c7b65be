package vn.khuxuong.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrsTest {
  @ParameterizedTest
  @CsvSource({
    "EPSG:9210, EPSG_9210",
    "epsg:9210, EPSG_9210",
    "[EPSG:9210], EPSG_9210",
    "urn:ogc:def:crs:EPSG::9210, EPSG_9210",
    "urn:ogc:def:crs:EPSG:9.9.1:9210, EPSG_9210",
    "urn:x-ogc:def:crs:EPSG:9210, EPSG_9210",
    "http://www.opengis.net/def/crs/EPSG/0/9210, EPSG_9210",
    "https://www.opengis.net/def/crs/EPSG/0/9210, EPSG_9210",
    "http://www.opengis.net/gml/srs/epsg.xml#9210, EPSG_9210",
    "EPSG:4326, EPSG_4326",
    "CRS:84, CRS84",
    "OGC:CRS84, CRS84",
    "[OGC:CRS84], CRS84",
    "urn:ogc:def:crs:OGC:1.3:CRS84, CRS84",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84, CRS84",
    "http://www.opengis.net/def/crs/OGC/0/CRS84, CRS84"
  })
  void readsEveryFormOfTheProtocols(String text, Crs expected) {
    assertThat(Crs.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9210",
        "EPSG:1",
        "EPSG:09210",
        "EPSG:9999",
        "EPSG:9210;drop table",
        "CRS:83",
        "CRS:27",
        "OGC:CRS83",
        "EPSG:CRS84",
        "http://example.org/def/crs/EPSG/0/9210",
        "AUTO2:42001"
      })
  void refusesWhatItDoesNotServe(String text) {
    assertThat(Crs.find(text)).isEmpty();
    assertThatThrownBy(() -> Crs.parse(text))
        .asInstanceOf(InstanceOfAssertFactories.type(GeoRefusal.class))
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(GeoRefusal.Code.UNKNOWN_CRS);
              assertThat(refusal.vi()).contains("hệ tọa độ");
              assertThat(refusal.en()).contains("coordinate reference system");
            });
  }

  @ParameterizedTest
  @EnumSource(Crs.class)
  void isFoundUnderEveryNameItGives(Crs crs) {
    assertThat(Crs.parse(crs.code())).isEqualTo(crs);
    assertThat(Crs.parse(crs.uri())).isEqualTo(crs);
    assertThat(Crs.parse(crs.urn())).isEqualTo(crs);
    assertThat(Crs.parse(crs.curie())).isEqualTo(crs);
  }

  @Test
  void tellsLegalSystemsFromScreensAndDegrees() {
    assertThat(Crs.values())
        .filteredOn(Crs::isLegal)
        .hasSize(20)
        .contains(Crs.EPSG_9210, Crs.EPSG_5899, Crs.EPSG_3405)
        .doesNotContain(Crs.EPSG_3857, Crs.EPSG_4756, Crs.EPSG_32648);
    assertThat(Crs.EPSG_4756.unit()).isEqualTo(Crs.Unit.DEGREE);
    assertThat(Crs.EPSG_3857.unit()).isEqualTo(Crs.Unit.METRE);
  }

  @Test
  void namesTheMeridianAsSurveyorsDo() {
    assertThat(Crs.EPSG_9210.nameVi()).isEqualTo("VN-2000 / TM-3 kinh tuyến trục 105°45′");
    assertThat(Crs.EPSG_9213.nameEn()).isEqualTo("VN-2000 / TM-3 central meridian 106°30′");
  }

  @Test
  void givesProjTheShiftInPositionVectorSigns() {
    assertThat(Crs.EPSG_9210.proj4())
        .isEqualTo(
            "+proj=tmerc +lat_0=0 +lon_0=105.75 +k=0.9999 +x_0=500000 +y_0=0 +units=m +ellps=WGS84"
                + " +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,"
                + "0.00427372,0.252906278 +no_defs");
  }

  @Test
  void coversHoChiMinhCityByItsLegalSystem() {
    assertThat(Crs.EPSG_9210.areaOfUse().envelope().contains(106.7, 10.78)).isTrue();
    assertThat(Crs.EPSG_5899.areaOfUse().envelope().contains(107.1, 10.35)).isTrue();
  }
}

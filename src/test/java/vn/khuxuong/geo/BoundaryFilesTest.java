package vn.khuxuong.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/** The outlines and the orientation layer that the first start loads. */
class BoundaryFilesTest {
  private static final ShapeRules VIETNAM = ShapeRules.vietnam(Crs.CRS84);

  private static List<GeoJson.Feature> zones() throws IOException {
    return GeoJson.readFeatures(
            Files.readString(Path.of("maps/boundaries/zones.geojson")), VIETNAM.areasOnly())
        .features();
  }

  @Test
  void holdsTheSixZonesWithTheirOfficialAreaInTheLegalSystem() throws IOException {
    assertThat(zones())
        .extracting(GeoJson.Feature::id)
        .containsExactly("TT", "TB", "HP", "CL", "BC", "PVH");
    for (GeoJson.Feature zone : zones()) {
      JsonNode p = zone.properties();
      double officialHa = p.path("grossAreaHa").asDouble();
      assertThat(LegalArea.of(zone.geometry(), Crs.CRS84, Crs.EPSG_9210).ha())
          .as(zone.id())
          .isEqualTo(officialHa, within(officialHa * 0.001));
      assertThat(p.path("leasableAreaHa").asDouble(0)).isLessThan(officialHa);
    }
  }

  @Test
  void neverShowsASchematicOutlineAsOfficial() throws IOException {
    for (GeoJson.Feature zone : zones()) {
      JsonNode p = zone.properties();
      assertThat(p.path("dataStatus").asString()).isEqualTo("SCHEMATIC");
      assertThat(p.path("positionErrorKm").asDouble()).isBetween(0.3, 2.0);
      assertThat(p.path("outlineNoteVi").asString()).startsWith("Sơ đồ");
      assertThat(p.path("outlineNoteEn").asString()).startsWith("Schematic");
      assertThat(p.path("confidence").path("outline").asString()).isEqualTo("ESTIMATE");
      assertThat(p.path("sources").isEmpty()).isFalse();
      assertThat(p.path("legalSrid").asInt()).isEqualTo(9210);
    }
  }

  @Test
  void datesEveryTermAndSaysHowExactly() throws IOException {
    for (GeoJson.Feature zone : zones()) {
      JsonNode p = zone.properties();
      if (p.path("status").asString().equals("PLANNED")) {
        assertThat(p.path("termEnd").isNull() && p.path("founded").isNull()).isTrue();
        continue;
      }
      LocalDate end = LocalDate.parse(p.path("termEnd").asString());
      boolean yearOnly = p.path("termEndPrecision").asString().equals("YEAR");
      assertThat(end.getMonthValue() == 12 && end.getDayOfMonth() == 31).isEqualTo(yearOnly);
      assertThat(end.getYear() - p.path("founded").asInt()).isBetween(50, 70);
      assertThat(p.path("converting").asBoolean()).isTrue();
    }
  }

  @Test
  void writesOutlinesTheRightHandWayAndApartFromEachOther() throws IOException {
    List<GeoJson.Feature> zones = zones();
    JsonNode file = GeoJson.parse(Files.readString(Path.of("maps/boundaries/zones.geojson")));
    for (int i = 0; i < zones.size(); i++) {
      Geometry shape = zones.get(i).geometry();
      assertThat(GeoJson.write(shape)).isEqualTo(file.path("features").get(i).path("geometry"));
      for (int j = i + 1; j < zones.size(); j++) {
        assertThat(shape.intersects(zones.get(j).geometry())).isFalse();
      }
    }
  }

  @Test
  void orientsByRiversAndPlacesInAFewKilobytes() throws IOException {
    Path path = Path.of("maps/boundaries/context.geojson");
    assertThat(Files.size(path)).isLessThanOrEqualTo(8192);
    List<GeoJson.Feature> context =
        GeoJson.readFeatures(Files.readString(path), VIETNAM).features();
    assertThat(context)
        .filteredOn(f -> f.properties().path("kind").asString().equals("PLACE"))
        .hasSize(6);
    Geometry river =
        context.stream()
            .filter(f -> "song-sai-gon".equals(f.id()))
            .findFirst()
            .orElseThrow()
            .geometry();
    Geometry tanThuan = zones().get(0).geometry();
    assertThat(river.intersects(tanThuan)).as("the river runs through Tân Thuận").isFalse();
    double metresAway =
        CoordinateOperation.between(Crs.CRS84, Crs.EPSG_9210)
            .apply(river)
            .distance(CoordinateOperation.between(Crs.CRS84, Crs.EPSG_9210).apply(tanThuan));
    assertThat(metresAway).isBetween(50.0, 300.0);
  }
}

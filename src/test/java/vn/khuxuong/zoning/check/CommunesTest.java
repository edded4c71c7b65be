package vn.khuxuong.zoning.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.zoning.check.Finding.Code;

/**
 * The 168 communes of Ho Chi Minh City, as the merger map of July 2025 draws them: 217,352 vertices
 * and real dirt. The file is named by the environment variable {@code KHU_COMMUNES} or the system
 * property {@code khu.communes}, or lies beside the checkout in {@code shared/data}; without it
 * there is nothing to test.
 */
class CommunesTest {
  private static Coverage communes;

  @BeforeAll
  static void readFile() throws IOException {
    String named = System.getProperty("khu.communes", System.getenv("KHU_COMMUNES"));
    Path file =
        named != null ? Path.of(named) : Path.of("../shared/data/hcmc-communes-2025.geojson");
    Assumptions.assumeTrue(Files.isReadable(file), "no file of communes");
    CoordinateOperation toLegal = CoordinateOperation.between(Crs.CRS84, Crs.EPSG_9210);
    List<Piece> pieces =
        GeoJson.readFeatures(Files.readString(file), ShapeRules.vietnam(Crs.CRS84).areasOnly())
            .features()
            .stream()
            .map(
                feature -> {
                  String code = feature.properties().path("code").asString();
                  String name = feature.properties().path("name").asString();
                  return new Piece(code, name, toLegal.apply(feature.geometry()), 0);
                })
            .toList();
    assertThat(pieces).hasSize(168);
    communes = Coverage.of(pieces, null, Tolerances.standard());
  }

  private static double areaM2(Code code) {
    return communes.findings().stream()
        .filter(finding -> finding.code() == code)
        .mapToDouble(Finding::areaM2)
        .sum();
  }

  @Test
  void findsRealOverlapsAndGapsWithTheirSquareMetres() {
    assertThat(communes.findings()).filteredOn(f -> f.code() == Code.OVERLAP).hasSize(36);
    assertThat(communes.findings()).filteredOn(f -> f.code() == Code.GAP).hasSize(41);
    assertThat(areaM2(Code.OVERLAP)).isBetween(70.0, 71.0);
    assertThat(areaM2(Code.GAP)).isBetween(111.0, 112.0);
  }

  @Test
  void leavesCleanCoverageWithNobodyMovedBeyondItsDirt() {
    Coverage clean = Repair.acceptAll(communes);
    assertThat(clean.findings()).extracting(Finding::code).containsOnly(Code.SLIVER);
    assertThat(
            CoverageValidator.isValid(
                clean.pieces().stream().map(Piece::shape).toArray(Geometry[]::new)))
        .as("by the judgement of JTS")
        .isTrue();
    RepairTest.assertNobodyLosesMoreThanItsDirt(communes, clean);
  }
}

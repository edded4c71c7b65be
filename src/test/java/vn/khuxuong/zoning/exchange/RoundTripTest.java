package vn.khuxuong.zoning.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.ContentHash;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.Subzone;

/** What is exported and imported again is identical, in every format and CRS. */
class RoundTripTest {
  private static final String LONG =
      "Ưu tiên doanh nghiệp nhỏ và vừa, công nghiệp hỗ trợ ngành cơ khí chính xác. "
          .repeat(9)
          .strip();

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(PhamVanHai.leftovers()).isEmpty();
  }

  static Stream<Arguments> formats() {
    List<Arguments> all = new ArrayList<>();
    for (Format format : Format.values()) {
      all.add(Arguments.of(format, format.usualCrs(PhamVanHai.LEGAL)));
    }
    for (Crs crs :
        List.of(Crs.EPSG_5899, Crs.EPSG_4756, Crs.EPSG_3857, Crs.EPSG_32648, Crs.EPSG_3405)) {
      all.add(Arguments.of(Format.GEOJSON, crs));
      all.add(Arguments.of(Format.GPKG, crs));
    }
    all.add(Arguments.of(Format.SHP, Crs.CRS84));
    all.add(Arguments.of(Format.CSV, Crs.CRS84));
    all.add(Arguments.of(Format.GEOJSON, Crs.EPSG_9210));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void planComesBackIdentical(Format format, Crs crs) throws IOException {
    List<Subzone> plan = demanding();
    byte[] file = written(format, plan, crs);
    RawFile raw = read(file, "plan." + format.extension());
    ReadPlan.Result result = judged(raw, crs);
    assertThat(result.problems()).isEmpty();
    assertThat(PhamVanHai.content(result.subzones())).isEqualTo(PhamVanHai.content(plan));
    String hash = ContentHash.of(plan, PhamVanHai.LEGAL);
    assertThat(ContentHash.of(result.subzones(), PhamVanHai.LEGAL)).isEqualTo(hash);
    System.out.printf(
        "round trip %-8s %-10s %8d bytes, %d subzones, content %.8s: identical%n",
        format, crs.code(), file.length, plan.size(), hash);
  }

  @Test
  void readingIsRecognisedAsTheLegalCrs() throws IOException {
    byte[] file = written(Format.SHP, PhamVanHai.SUBZONES, Crs.EPSG_9210);
    RawFile raw = read(file, "plan.zip");
    assertThat(DeclaredCrs.find(raw.declaredCrs())).contains(Crs.EPSG_9210);
  }

  static byte[] written(Format format, List<Subzone> plan, Crs crs) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WritePlan.as(format, PhamVanHai.sheet(plan), crs, out);
    return out.toByteArray();
  }

  static RawFile read(byte[] file, String name) throws IOException {
    return ReadFile.read(file, name, ImportLimits.standard(), () -> false, done -> {});
  }

  private static ReadPlan.Result judged(RawFile raw, Crs crs) {
    return ReadPlan.of(
        raw,
        new Reading(crs, false, Shift.RIGHT),
        FieldMapping.propose(raw),
        PhamVanHai.LEGAL,
        List.of());
  }

  /**
   * The plan with a hole, an empty field of each kind, long text and text that looks like a
   * formula.
   */
  private static List<Subzone> demanding() {
    List<Subzone> plan = new ArrayList<>(PhamVanHai.SUBZONES);
    Subzone first = plan.get(0);
    Polygon around = (Polygon) first.shape().getCentroid().buffer(30, 2);
    LinearRing hole = around.getExteriorRing();
    Polygon holed =
        first
            .shape()
            .getFactory()
            .createPolygon(first.shape().getExteriorRing(), new LinearRing[] {hole});
    plan.set(
        0,
        new Subzone(
            first.uid(),
            first.code(),
            first.landUse(),
            "=HYPERLINK(\"http://x\")",
            "'+1; <b>&amp;\"",
            null,
            null,
            null,
            null,
            null,
            LONG,
            null,
            settled(holed)));
    Subzone second = plan.get(1);
    plan.set(
        1,
        new Subzone(
            second.uid(),
            second.code(),
            LandUse.SUPPORT,
            "Đất nhà máy, kho tàng",
            "",
            "SKK",
            2,
            62.25,
            0,
            0.0,
            "Phân khu hỗ trợ\nhai dòng",
            "SME",
            settled(second.shape())));
    return plan;
  }

  private static Polygon settled(Polygon shape) {
    return (Polygon) StorageGrid.settle(shape, PhamVanHai.LEGAL);
  }
}

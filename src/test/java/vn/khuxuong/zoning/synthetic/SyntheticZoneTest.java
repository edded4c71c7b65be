package vn.khuxuong.zoning.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.valid.IsValidOp;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.synthetic.SyntheticZone.Plot;
import vn.khuxuong.zoning.synthetic.SyntheticZone.Subzone;

/** Synthetic zones are what zones are, in the coordinates in which they are stored. */
class SyntheticZoneTest {
  private static final List<ZonePlace> PLACES = ZonePlace.all(7, List.of());

  /** Some zones of the country. */
  private static List<SyntheticZone> sample() {
    List<SyntheticZone> zones = new ArrayList<>();
    for (int i = 0; i < PLACES.size(); i += 20) {
      zones.add(SyntheticZone.draw(PLACES.get(i)));
    }
    return zones;
  }

  private static Geometry stored(SyntheticZone zone, Geometry shape) {
    return StorageGrid.toStored(shape, zone.place().legal());
  }

  private static Geometry[] stored(SyntheticZone zone, List<Polygon> shapes) {
    return shapes.stream().map(shape -> stored(zone, shape)).toArray(Geometry[]::new);
  }

  @Test
  void subzonesTileTheirZoneVertexByVertex() {
    for (SyntheticZone zone : sample()) {
      String code = zone.place().code();
      Geometry[] subzones = stored(zone, zone.subzones().stream().map(Subzone::shape).toList());
      for (Geometry subzone : subzones) {
        assertThat(new IsValidOp(subzone).getValidationError()).as(code).isNull();
      }
      assertThat(CoverageValidator.validate(subzones)).as(code).containsOnlyNulls();
      Geometry outline = stored(zone, zone.outline());
      assertThat(new IsValidOp(outline).getValidationError()).as(code).isNull();
      assertThat((Object) CoverageUnion.union(subzones).norm()).as(code).isEqualTo(outline.norm());
    }
  }

  @Test
  void coverageCheckCanFail() {
    SyntheticZone zone = SyntheticZone.draw(PLACES.get(0));
    List<Polygon> shapes = new ArrayList<>(zone.subzones().stream().map(Subzone::shape).toList());
    shapes.set(
        0, (Polygon) AffineTransformation.translationInstance(0.01, 0.01).transform(shapes.get(0)));
    assertThat(CoverageValidator.hasInvalidResult(CoverageValidator.validate(stored(zone, shapes))))
        .isTrue();
  }

  @Test
  void plotsLieInTheirSubzoneSideBySide() {
    for (SyntheticZone zone : sample().subList(0, 8)) {
      String code = zone.place().code();
      Geometry[] plots = stored(zone, zone.plots().stream().map(Plot::shape).toList());
      assertThat(CoverageValidator.validate(plots)).as(code).containsOnlyNulls();
      for (Plot plot : zone.plots()) {
        assertThat(plot.subzone().shape().covers(plot.shape())).as(code + plot.code()).isTrue();
        assertThat(plot.shape().isValid()).as(code + plot.code()).isTrue();
      }
    }
  }

  @Test
  void sitesLieInHighRiseSubzonesApartFromEachOther() {
    for (SyntheticZone zone : sample()) {
      Geometry[] grounds =
          zone.sites().stream().map(site -> ground(zone, site)).toArray(Geometry[]::new);
      List<Polygon> land =
          zone.subzones().stream()
              .filter(subzone -> subzone.use() == LandUse.HIGHRISE)
              .map(Subzone::shape)
              .toList();
      for (int i = 0; i < grounds.length; i++) {
        Geometry ground = grounds[i];
        assertThat(land.stream().anyMatch(block -> block.covers(ground))).isTrue();
        if (i > 0) {
          assertThat(ground.distance(grounds[i - 1])).isGreaterThan(10);
        }
      }
    }
  }

  private static Geometry ground(SyntheticZone zone, AffineTransformation site) {
    Envelope box = new Envelope(0, SyntheticZone.SITE_WIDTH_M, 0, SyntheticZone.SITE_DEPTH_M);
    return site.transform(zone.outline().getFactory().toGeometry(box));
  }

  @Test
  void countryHasWhatTheScalePromisesWithUnevenOutlinesThatDoNotMeet() {
    int subzones = 0;
    int plots = 0;
    int buildings = 0;
    List<Integer> vertices = new ArrayList<>();
    List<Geometry> outlines = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (ZonePlace place : PLACES) {
      SyntheticZone zone = SyntheticZone.draw(place);
      subzones += zone.subzones().size();
      plots += zone.plots().size();
      buildings += zone.sites().size();
      codes.add(place.code());
      vertices.add(zone.outline().getExteriorRing().getNumPoints());
      outlines.add(stored(zone, zone.outline()));
    }
    assertThat(codes).hasSize(400).allMatch(code -> code.matches("[A-Z][A-Z0-9]{1,9}"));
    assertThat(PLACES.subList(0, ZonePlace.CITY)).allMatch(p -> p.code().startsWith("HM"));
    assertThat(subzones).isCloseTo(10_000, within(500));
    assertThat(plots).isCloseTo(400_000, within(20_000));
    assertThat(buildings).isCloseTo(40_000, within(2_000));
    assertThat(vertices).allMatch(n -> n >= 40 && n <= 2400);
    assertThat(vertices.stream().filter(n -> n > 1000)).hasSizeGreaterThan(10);
    assertThat(outlines.stream().filter(o -> ((Polygon) o).getNumInteriorRing() > 0)).isNotEmpty();
    for (int i = 0; i < outlines.size(); i++) {
      for (int k = 0; k < i; k++) {
        assertThat(outlines.get(i).intersects(outlines.get(k))).isFalse();
      }
    }
  }

  @Test
  void samePlaceIsDrawnTheSameAndGroundIsKeptClear() {
    SyntheticZone once = SyntheticZone.draw(PLACES.get(3));
    SyntheticZone again = SyntheticZone.draw(ZonePlace.all(7, List.of()).get(3));
    assertThat(again.plots()).isEqualTo(once.plots());
    assertThat(again.subzones()).isEqualTo(once.subzones());
    assertThat(SyntheticZone.draw(ZonePlace.all(8, List.of()).get(3)).plots())
        .isNotEqualTo(once.plots());
    Envelope clear = new Envelope(106.5, 106.56, 10.85, 10.9);
    for (ZonePlace place : ZonePlace.all(7, List.of(clear)).subList(0, 40)) {
      SyntheticZone zone = SyntheticZone.draw(place);
      assertThat(stored(zone, zone.outline()).getEnvelopeInternal().intersects(clear)).isFalse();
    }
  }
}

package vn.khuxuong.zoning.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.Subzone;

/** What every plan must be after an edit that started from a clean one. */
final class CoverageAssert {
  private CoverageAssert() {}

  /** Neighbours match vertex by vertex, now and after storing, and storing changes no bit. */
  static void assertClean(Map<String, Subzone> plan) {
    List<Geometry> shapes = new ArrayList<>();
    for (Subzone subzone : plan.values()) {
      Polygon shape = subzone.shape();
      assertThat(shape.isValid()).as(subzone.code() + " valid").isTrue();
      assertThat(StorageGrid.settle(shape, Town.LEGAL).equalsExact(shape))
          .as(subzone.code() + " survives storing")
          .isTrue();
      shapes.add(shape);
    }
    for (Geometry invalid : CoverageValidator.validate(shapes.toArray(Geometry[]::new))) {
      assertThat(invalid == null || invalid.isEmpty()).as("unmatched edges: " + invalid).isTrue();
    }
    for (int i = 0; i < shapes.size(); i++) {
      for (int j = i + 1; j < shapes.size(); j++) {
        if (shapes.get(i).getEnvelopeInternal().intersects(shapes.get(j).getEnvelopeInternal())) {
          assertThat(Cutting.intersection(shapes.get(i), shapes.get(j)).getArea()).isLessThan(0.01);
        }
      }
    }
  }
}

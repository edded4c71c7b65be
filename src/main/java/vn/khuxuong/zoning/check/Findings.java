package vn.khuxuong.zoning.check;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.zoning.check.Finding.Code;
import vn.khuxuong.zoning.check.Finding.RepairOption;

/** How findings are put together and in which order they stand. */
final class Findings {
  /** What blocks first; then by kind, the largest first; place and subjects break ties. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::code)
          .thenComparing(Finding::areaM2, Comparator.reverseOrder())
          .thenComparing(finding -> String.join("\n", finding.subjects()))
          .thenComparing(Findings::corner)
          .thenComparing(Finding::messageEn);

  private Findings() {}

  private static Coordinate corner(Finding finding) {
    Geometry place = finding.place();
    Coordinate first = place == null ? null : place.getCoordinate();
    return first == null ? new Coordinate() : first;
  }

  /** A finding whose place is an area. */
  static Finding of(
      Code code,
      Severity severity,
      Geometry area,
      double widthM,
      List<String> subjects,
      Wording.Text text,
      List<RepairOption> repairs) {
    return new Finding(
        code,
        severity,
        area.getArea(),
        widthM,
        subjects.stream().sorted().toList(),
        area.norm(),
        text.vi(),
        text.en(),
        repairs);
  }
}

package vn.khuxuong.report.dossier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What the dossier says and draws of a zone. Shapes are east, north in metres of the zone's legal
 * CRS.
 *
 * @param grossHa hectares of the source, not of the outline
 * @param termEnd last day of the land term, null where it is not known
 * @param positionErrorKm how far the outline may be from the truth, null where nobody says
 */
record ZoneSheet(
    String code,
    String shortName,
    String nameVi,
    BigDecimal grossHa,
    @Nullable BigDecimal leasableHa,
    @Nullable Integer founded,
    @Nullable LocalDate termEnd,
    @Nullable String termPrecision,
    @Nullable String operator,
    @Nullable String commune,
    int legalSrid,
    String dataStatus,
    @Nullable BigDecimal positionErrorKm,
    Geometry outline,
    List<Shape> subzones,
    List<Shape> buildings) {

  /** A subzone or building with its code. */
  record Shape(String code, Geometry geometry) {}
}

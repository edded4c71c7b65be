package vn.khuxuong.zoning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.Crs;

/**
 * A zone as plan work needs it.
 *
 * @param code key for people and tools, for example {@code PVH}
 * @param nameVi full Vietnamese name
 * @param nameEn full English name
 * @param kind export processing zone or industrial park
 * @param planned not yet operating
 * @param converting one of the zones in pilot conversion to a new model
 * @param grossAreaHa gross hectares of the source, not of the outline
 * @param founded founding year, null where unknown
 * @param establishedOn day of the establishing decision, null where unknown
 * @param termEnd last day of the land term, null where unknown
 * @param legal the VN-2000 system in which edges are straight and areas are judged
 * @param outline polygon or multipolygon in the legal CRS
 */
public record Zone(
    String code,
    String nameVi,
    String nameEn,
    Kind kind,
    boolean planned,
    boolean converting,
    double grossAreaHa,
    @Nullable Integer founded,
    @Nullable LocalDate establishedOn,
    @Nullable LocalDate termEnd,
    Crs legal,
    Geometry outline) {

  /** What the law calls the zone. */
  public enum Kind {
    /** Khu chế xuất. */
    EPZ,
    /** Khu công nghiệp. */
    IP
  }

  /** Copies the outline and requires a legal CRS. */
  public Zone {
    if (!legal.isLegal()) {
      throw new IllegalArgumentException(legal.code() + " is no projected VN-2000 system");
    }
    outline = outline.copy();
  }
}

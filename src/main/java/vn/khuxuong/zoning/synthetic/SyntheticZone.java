package vn.khuxuong.zoning.synthetic;

import java.util.List;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import vn.khuxuong.zoning.LandUse;

/**
 * A drawn zone, in metres of its legal CRS (x east, y north).
 *
 * @param outline with a hole where ground inside does not belong to the zone
 * @param subzones tile the outline, neighbours with the same vertices
 * @param plots inside subzones, those of a double row with the same vertices
 * @param sites where a building of {@link #SITE_WIDTH_M} by {@link #SITE_DEPTH_M} may stand
 */
public record SyntheticZone(
    ZonePlace place,
    Polygon outline,
    List<Subzone> subzones,
    List<Plot> plots,
    List<AffineTransformation> sites) {

  /** Largest width of a building, along the street. */
  public static final double SITE_WIDTH_M = 64;

  /** Largest depth of a building. */
  public static final double SITE_DEPTH_M = 40;

  /** A subzone. */
  record Subzone(String code, LandUse use, int phase, Polygon shape) {}

  /**
   * A plot.
   *
   * @param status FREE, RESERVED or LET
   */
  record Plot(Subzone subzone, String code, String status, Polygon shape) {}

  /** Copies the lists. */
  public SyntheticZone {
    outline = (Polygon) outline.copy();
    subzones = List.copyOf(subzones);
    plots = List.copyOf(plots);
    sites = List.copyOf(sites);
  }

  /** Draws the zone of a place; the same place gives the same zone. */
  public static SyntheticZone draw(ZonePlace place) {
    return new ZoneDrawing(place).drawn();
  }
}

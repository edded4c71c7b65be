package vn.khuxuong.space.building;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a floor (mặt bằng tầng) as it is drawn: answer of {@code /api/v1/floors/{id}/plan}.
 * The plate is turned so that its long side lies level and bay 0 is to the left of bay 1; it is
 * never mirrored. Positions are metres on the plane of the zone's legal CRS, to a centimetre, x to
 * the right and y downward from the upper left corner of the box around the plate.
 *
 * @param crs the legal CRS the metres are of, for example {@code EPSG:9210}
 * @param widthM of the box around the plate, the longer side
 * @param depthM of the box around the plate
 * @param northDeg where grid north is, in degrees clockwise from upward, 0 to 360
 * @param plate the outline of the floor, with holes
 * @param common what is no bay: corridor, lifts, stairs and core, which the data do not tell apart
 * @param commonLabel where a line of text fits into the largest common part, null where there is
 *     none
 * @param bays by number
 */
public record FloorPlan(
    long floor,
    int level,
    String crs,
    double widthM,
    double depthM,
    double northDeg,
    Shape plate,
    List<Shape> common,
    @Nullable Position commonLabel,
    List<Bay> bays) {

  public FloorPlan {
    common = List.copyOf(common);
    bays = List.copyOf(bays);
  }

  /** A place on the plan, in metres. */
  public record Position(double x, double y) {}

  /**
   * A polygon.
   *
   * @param rings the outline first, then holes; each closed by repeating its first position
   */
  public record Shape(List<List<Position>> rings) {
    public Shape {
      rings = rings.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A bay.
   *
   * @param label a point well inside it, where its number goes
   * @param wall whether a corridor, core or fire wall stands before it, so that no tenant takes it
   *     together with the bay before
   */
  public record Bay(int no, Shape shape, Position label, boolean wall) {}
}

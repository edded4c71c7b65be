package vn.khuxuong.zoning.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** Skeleton. */
public final class Repair {
  private Repair() {}

  public static List<Step> propose(Coverage coverage) {
    return List.of();
  }

  /** One step. */
  public record Step(
      String id,
      Finding.Action action,
      List<Finding> mends,
      Map<String, Geometry> after,
      Set<String> removed,
      double movedM2,
      String textVi,
      String textEn) {
    /** Copies the collections. */
    public Step {
      mends = List.copyOf(mends);
      after = Map.copyOf(after);
      removed = Set.copyOf(removed);
    }
  }
}

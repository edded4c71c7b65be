package vn.khuxuong.allocation.solver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a waiting firm off one floor.
 *
 * @param broken rules that it breaks there whoever else applies, the first to name first
 * @param lack what others left too little of where it breaks none; null where it breaks some
 */
public record FloorReason(String floor, List<Reason.Shortfall> broken, Reason.@Nullable Lack lack) {
  public FloorReason {
    broken = List.copyOf(broken);
  }
}

package vn.khuxuong.allocation.answer;

import java.util.List;
import vn.khuxuong.allocation.solver.Placement;

/**
 * What has happened since the input was frozen, and what a re-run must or should leave as it is.
 *
 * @param gone applications that take no part any more
 * @param kept placements that must stay: signed, offered, or set by an officer
 * @param before placements of the answer before; moving one costs points
 * @param taken bays that somebody else has claimed meanwhile
 */
public record Changes(
    List<String> gone, List<Placement> kept, List<Placement> before, List<Placement.Block> taken) {
  public Changes {
    gone = List.copyOf(gone);
    kept = List.copyOf(kept);
    before = List.copyOf(before);
    taken = List.copyOf(taken);
  }

  /** A first solve. */
  public static Changes none() {
    return new Changes(List.of(), List.of(), List.of(), List.of());
  }
}

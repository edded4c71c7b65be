package vn.khuxuong.allocation.solver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer has to say to one firm about one bay.
 *
 * @param reaches whether some block that the firm alone could take holds the bay
 * @param broken rules that the firm breaks on the whole floor whoever else applies, the first to
 *     name first; empty where it could take a block there
 * @param lack what others left too little of on the floor; null where it breaks a rule
 */
public record BayReason(
    String firm, boolean reaches, List<Reason.Shortfall> broken, Reason.@Nullable Lack lack) {
  public BayReason {
    broken = List.copyOf(broken);
  }
}

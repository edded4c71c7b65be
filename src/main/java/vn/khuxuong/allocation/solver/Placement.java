package vn.khuxuong.allocation.solver;

import java.util.List;

/**
 * One firm's bays in an answer: from month {@code start} it holds these blocks.
 *
 * @param firm id of the firm
 * @param blocks one block, or two where the firm is split over two levels
 */
public record Placement(String firm, int start, List<Block> blocks) {
  public Placement {
    blocks = List.copyOf(blocks);
    InstanceFault.named("firm", firm);
    InstanceFault.unless(!blocks.isEmpty(), "blocks", "must list at least one block");
  }

  /** Bays {@code startBay} to {@code startBay + bayCount - 1} of one floor. */
  public record Block(String floor, int startBay, int bayCount) {
    public Block {
      InstanceFault.named("floor", floor);
      InstanceFault.atLeast(0, "startBay", startBay);
      InstanceFault.atLeast(1, "bayCount", bayCount);
    }
  }
}

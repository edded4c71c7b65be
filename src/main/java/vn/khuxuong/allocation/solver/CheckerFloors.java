package vn.khuxuong.allocation.solver;

import java.util.List;
import vn.khuxuong.allocation.solver.Instance.Firm;
import vn.khuxuong.allocation.solver.Instance.Floor;
import vn.khuxuong.allocation.solver.Placement.Block;

/** What a floor says to a firm, whoever else is there. */
final class CheckerFloors {
  private final CheckerFaults faults;

  CheckerFloors(CheckerFaults faults) {
    this.faults = faults;
  }

  /** Whether a split is one that the firm and the format allow: H03. */
  void split(Firm firm, List<Block> blocks, Floor one, Floor two) {
    if (blocks.size() > 2) {
      faults.add("H03", firm.id() + " has more than two blocks");
    }
    if (blocks.size() == 2) {
      if (!firm.maySplit()) {
        faults.add("H03", firm.id() + " does not accept a split");
      }
      if (!one.building().equals(two.building()) || Math.abs(one.level() - two.level()) != 1) {
        faults.add("H03", firm.id() + " split over floors that are not adjacent");
      }
      if (Math.abs(blocks.get(0).bayCount() - blocks.get(1).bayCount()) > 1) {
        faults.add("H03", firm.id() + " split is unbalanced");
      }
    }
  }

  /** Breaks, load, height, lift, hazard, industry and rent of one block: H04, H06 to H10, H12. */
  void block(Firm firm, Block block, Floor floor) {
    for (int line : floor.breaks()) {
      if (block.startBay() < line && line < block.startBay() + block.bayCount()) {
        faults.add("H04", firm.id() + " crosses a break on " + floor.id(), floor.id(), -1, line);
        break;
      }
    }
    if (firm.loadKnM2() > floor.loadKnM2()) {
      faults.add(
          "H06",
          firm.id() + " floor load on " + floor.id(),
          floor.id(),
          firm.loadKnM2(),
          floor.loadKnM2());
    }
    if (firm.clearHeightDm() > floor.clearHeightDm()) {
      faults.add(
          "H07",
          firm.id() + " clear height on " + floor.id(),
          floor.id(),
          firm.clearHeightDm(),
          floor.clearHeightDm());
    }
    if (firm.liftTon() > floor.liftTon()) {
      faults.add(
          "H08",
          firm.id() + " goods lift on " + floor.id(),
          floor.id(),
          firm.liftTon(),
          floor.liftTon());
    }
    if (!floor.hazards().contains(firm.hazard())) {
      faults.add("H09", firm.id() + " hazard category on " + floor.id(), floor.id(), -1, -1);
    }
    if (!floor.industries().contains(firm.industry())) {
      faults.add("H10", firm.id() + " industry not permitted on " + floor.id(), floor.id(), -1, -1);
    }
    if (floor.rentKvnd() > firm.budgetKvnd()) {
      faults.add(
          "H12",
          firm.id() + " rent over budget on " + floor.id(),
          floor.id(),
          floor.rentKvnd(),
          firm.budgetKvnd());
    }
  }
}

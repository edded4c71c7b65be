package vn.khuxuong.allocation.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.tenancy.Asked;

/**
 * Body of {@code moves} and {@code moves/check}: the application and the bays it is to have, one
 * block or two; {@code reason} is wanted where it is to be stored.
 */
record MoveAsked(
    @Nullable String application,
    @Nullable List<@Nullable BlockAsked> blocks,
    @Nullable String reason) {

  /** Bays of one floor. */
  record BlockAsked(
      @Nullable String building,
      @Nullable Integer level,
      @Nullable Integer firstBay,
      @Nullable Integer bayCount) {}

  String code() {
    return Asked.required("application", application);
  }

  List<Placement.Block> wanted() {
    List<@Nullable BlockAsked> asked = Asked.required("blocks", blocks);
    if (asked.isEmpty() || asked.size() > 2) {
      throw Asked.bad("blocks", "Cần một hoặc hai dải khoang.", "Send one or two blocks.");
    }
    List<Placement.Block> wanted = new ArrayList<>();
    for (BlockAsked one : asked) {
      BlockAsked block = Asked.required("blocks", one);
      wanted.add(
          new Placement.Block(
              FrozenProblem.floorId(
                  Asked.required("blocks.building", block.building()).toUpperCase(Locale.ROOT),
                  Asked.whole("blocks.level", block.level(), 1, 300)),
              Asked.whole("blocks.firstBay", block.firstBay(), 0, ClaimWish.MOST_BAYS - 1),
              Asked.whole("blocks.bayCount", block.bayCount(), 1, ClaimWish.MOST_BAYS)));
    }
    return wanted;
  }
}

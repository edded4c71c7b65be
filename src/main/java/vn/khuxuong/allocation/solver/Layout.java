package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.List;
import vn.khuxuong.allocation.solver.Placement.Block;

/**
 * Turns chosen columns into placements. On a strip of counts, blocks are laid from the left: one
 * repelling trait, the blocks without either, the free bays where nothing else separates, then the
 * other trait; otherwise the free bays come last. So a strip never has more than one vacant run.
 */
final class Layout {
  private final Columns columns;
  private final Strips strips;
  private final int[] chosen;
  private final List<List<Integer>> firmsOnStrip = new ArrayList<>();
  private final int[] firstBay1;
  private final int[] firstBay2;

  private Layout(Columns columns, int[] chosen) {
    this.columns = columns;
    this.chosen = chosen;
    strips = columns.strips;
    firstBay1 = new int[chosen.length];
    firstBay2 = new int[chosen.length];
    for (int s = 0; s < strips.count; s++) {
      firmsOnStrip.add(new ArrayList<>());
    }
    for (int firm = 0; firm < chosen.length; firm++) {
      if (chosen[firm] >= 0) {
        firmsOnStrip.get(columns.strip1[chosen[firm]]).add(firm);
        if (columns.strip2[chosen[firm]] >= 0) {
          firmsOnStrip.get(columns.strip2[chosen[firm]]).add(firm);
        }
      }
    }
    for (int s = 0; s < strips.count; s++) {
      lay(s);
    }
  }

  /** Placements of the firms that have a column (not -1), in the instance's order of firms. */
  static List<Placement> of(Columns columns, int[] chosen) {
    Layout layout = new Layout(columns, chosen);
    List<Placement> placements = new ArrayList<>();
    for (int firm = 0; firm < chosen.length; firm++) {
      if (chosen[firm] >= 0) {
        placements.add(layout.placement(firm));
      }
    }
    return placements;
  }

  private Placement placement(int firm) {
    int column = chosen[firm];
    List<Block> blocks = new ArrayList<>();
    blocks.add(block(columns.strip1[column], firstBay1[firm], columns.bays1[column]));
    if (columns.strip2[column] >= 0) {
      blocks.add(block(columns.strip2[column], firstBay2[firm], columns.bays2[column]));
    }
    return new Placement(columns.site.firms.get(firm).id(), columns.start[column], blocks);
  }

  private Block block(int s, int firstBay, int bays) {
    return new Block(columns.site.floors.get(strips.floor[s]).id(), firstBay, bays);
  }

  private void lay(int s) {
    List<Integer> firms = firmsOnStrip.get(s);
    if (strips.positional[s]) {
      for (int firm : firms) {
        int column = chosen[firm];
        boolean first = columns.strip1[column] == s;
        settle(firm, s, strips.start[s] + (first ? columns.at1[column] : columns.at2[column]));
      }
      return;
    }
    List<Integer> a = new ArrayList<>();
    List<Integer> neutral = new ArrayList<>();
    List<Integer> b = new ArrayList<>();
    int used = 0;
    for (int firm : firms) {
      long traits = columns.site.traits[firm];
      List<Integer> group =
          (traits & strips.pairA[s]) != 0 ? a : (traits & strips.pairB[s]) != 0 ? b : neutral;
      group.add(firm);
      used += bays(firm, s);
    }
    boolean gapBetween = neutral.isEmpty() && !a.isEmpty() && !b.isEmpty();
    int at = layAll(neutral, s, layAll(a, s, strips.start[s]));
    layAll(b, s, gapBetween ? at + strips.length[s] - used : at);
  }

  private int layAll(List<Integer> firms, int s, int from) {
    int at = from;
    for (int firm : firms) {
      settle(firm, s, at);
      at += bays(firm, s);
    }
    return at;
  }

  private void settle(int firm, int s, int firstBay) {
    if (columns.strip1[chosen[firm]] == s) {
      firstBay1[firm] = firstBay;
    } else {
      firstBay2[firm] = firstBay;
    }
  }

  private int bays(int firm, int s) {
    int column = chosen[firm];
    return columns.strip1[column] == s ? columns.bays1[column] : columns.bays2[column];
  }
}

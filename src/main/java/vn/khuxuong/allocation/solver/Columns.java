package vn.khuxuong.allocation.solver;

import java.util.Arrays;
import vn.khuxuong.allocation.solver.Instance.Firm;
import vn.khuxuong.allocation.solver.Instance.Weights;

/**
 * Every way in which one firm alone may be placed: strip, bay count and, on a positional strip, the
 * first bay; twice for a split. A column keeps every rule that concerns one firm; engines choose at
 * most one for each firm so that the firms get on with each other. Columns of a firm stand
 * together, ordered by building; all data are in parallel arrays because there are millions.
 */
final class Columns {
  final Site site;
  final Strips strips;
  final Blocks blocks;
  int[] strip1 = new int[1024];
  int[] strip2 = new int[1024];
  short[] at1 = new short[1024];
  short[] at2 = new short[1024];
  short[] bays1 = new short[1024];
  short[] bays2 = new short[1024];
  int[] area = new int[1024];
  int[] start = new int[1024];
  int[] power1 = new int[1024];
  int[] power2 = new int[1024];

  /** Points for demand and preference. */
  long[] value = new long[1024];

  private final int[] pairStart;
  private final int buildings;
  private int count;

  Columns(Instance instance) {
    site = new Site(instance);
    blocks = new Blocks(site);
    strips = blocks.strips;
    buildings = site.buildingCount();
    int firms = site.firms.size();
    pairStart = new int[Math.addExact(Math.multiplyExact(firms, buildings), 1)];
    for (int firm = 0; firm < firms; firm++) {
      for (int building = 0; building < buildings; building++) {
        pairStart[firm * buildings + building] = count;
        add(firm, building);
      }
    }
    pairStart[firms * buildings] = count;
    resize(Math.max(1, count));
  }

  private void add(int firm, int building) {
    Firm applicant = site.firms.get(firm);
    Weights weights = site.instance.weights();
    int rank = site.rank(firm, site.zoneOfBuilding[building]);
    long preferred =
        rank < 0
            ? 0
            : (long) weights.preference()
                * applicant.priority()
                * applicant.areaMinM2()
                * site.instance.preferenceScore().get(rank);
    blocks.visit(
        firm,
        building,
        (broken, s1, from1, count1, s2, from2, count2, total, month) -> {
          if (broken != null) {
            return;
          }
          if (count == strip1.length) {
            resize(Math.addExact(count, count >> 1));
          }
          strip1[count] = s1;
          at1[count] = (short) from1;
          bays1[count] = (short) count1;
          strip2[count] = s2;
          at2[count] = (short) from2;
          bays2[count] = (short) count2;
          area[count] = total;
          start[count] = month;
          int area1 = s2 < 0 ? total : strips.area(s1, from1, count1);
          power1[count] = blocks.power(firm, area1, total);
          power2[count] = s2 < 0 ? 0 : blocks.power(firm, total - area1, total);
          value[count] =
              (long) weights.demand() * applicant.priority() * (3L * applicant.areaMinM2() + total)
                  + preferred;
          count++;
        });
  }

  private void resize(int size) {
    strip1 = Arrays.copyOf(strip1, size);
    strip2 = Arrays.copyOf(strip2, size);
    at1 = Arrays.copyOf(at1, size);
    at2 = Arrays.copyOf(at2, size);
    bays1 = Arrays.copyOf(bays1, size);
    bays2 = Arrays.copyOf(bays2, size);
    area = Arrays.copyOf(area, size);
    start = Arrays.copyOf(start, size);
    power1 = Arrays.copyOf(power1, size);
    power2 = Arrays.copyOf(power2, size);
    value = Arrays.copyOf(value, size);
  }

  int count() {
    return count;
  }

  int firms() {
    return site.firms.size();
  }

  int buildings() {
    return buildings;
  }

  /** First column of a firm; its last is before {@link #end(int)}. */
  int begin(int firm) {
    return pairStart[firm * buildings];
  }

  int end(int firm) {
    return pairStart[(firm + 1) * buildings];
  }

  /** First column of a firm in a building; its last is before {@link #end(int, int)}. */
  int begin(int firm, int building) {
    return pairStart[firm * buildings + building];
  }

  int end(int firm, int building) {
    return pairStart[firm * buildings + building + 1];
  }

  int building(int column) {
    return strips.building[strip1[column]];
  }
}

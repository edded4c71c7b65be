package vn.khuxuong.space.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Occupancy.Kind;
import vn.khuxuong.space.demo.Claim.Block;

/**
 * Fills an illustrative building with tenants: cuts every storey into blocks, leaves the planned
 * share empty and lets, holds, offers or delays the rest. All randomness is seeded by the
 * building's code.
 */
final class Tenants {
  private static final long SEED = 198_2025;
  private static final int[] BLOCK_SIZES = {1, 1, 1, 2, 2, 2, 3, 4};
  private static final int[] TERMS = {36, 36, 60, 60, 84, 120};
  private static final int BLOCKS_FOR_ALL_STATES = 9;
  private static final int LONG_MONTHS = 7;

  /** Largest share of a floor's supply per m² that a tenant may have been promised. */
  private static final double SUPPLY_SHARE = 0.85;

  private static final Map<Industry, Integer> FREQUENCY =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Industry.PRECISION_MECH, 18),
              Map.entry(Industry.STAMPING, 10),
              Map.entry(Industry.MOULD, 9),
              Map.entry(Industry.PLASTIC, 12),
              Map.entry(Industry.ELECTRONICS, 16),
              Map.entry(Industry.AUTO_PARTS, 9),
              Map.entry(Industry.TEXTILE_ACC, 8),
              Map.entry(Industry.FOOD, 8),
              Map.entry(Industry.PLATING, 4),
              Map.entry(Industry.CHEM, 4),
              Map.entry(Industry.MEDICAL, 5),
              Map.entry(Industry.PACKAGING, 7)));

  private final BuildingPlan plan;
  private final LocalDate now;
  private final Random random;
  private final List<Claim> claims = new ArrayList<>();
  private final Map<Block, LocalDate> late = new LinkedHashMap<>();
  private boolean wet;

  private Tenants(BuildingPlan plan, YearMonth reference) {
    this.plan = plan;
    this.now = reference.atDay(1);
    this.random = new Random(SEED * 31 + plan.code().hashCode());
  }

  /** The claims on a building and the blocks that can be handed over later than the building. */
  record Filling(List<Claim> claims, Map<Block, LocalDate> late) {}

  /**
   * Fills the building.
   *
   * @param reference month in which the illustrative data are current
   */
  static Filling of(BuildingPlan plan, YearMonth reference) {
    Tenants tenants = new Tenants(plan, reference);
    if (plan.opening().isBefore(reference)) {
      tenants.fill();
    }
    return new Filling(List.copyOf(tenants.claims), tenants.late);
  }

  private void fill() {
    List<Block> blocks = blocks();
    Collections.shuffle(blocks, random);
    List<Block> taken = new ArrayList<>();
    double empty = 0;
    for (Block block : blocks) {
      if (empty + areaM2(block) / 2 <= plan.freeShare() * plan.lettableM2()) {
        empty += areaM2(block);
      } else {
        taken.add(block);
      }
    }
    boolean full = plan.freeShare() == 0;
    boolean allStates = taken.size() >= BLOCKS_FOR_ALL_STATES && !full;
    int next = 0;
    if (allStates) {
      claim(taken.get(next++), Kind.HOLD, now, now.plusMonths(36), deadline());
      claim(taken.get(next++), Kind.OFFER, now, now.plusMonths(60), deadline());
      late.put(taken.get(next++), now.plusMonths(4));
      followedLease(taken.get(next++));
    }
    endingLease(taken.get(next++), full ? 4 : 2 + random.nextInt(4));
    endingLease(taken.get(next++), full ? 4 : 2 + random.nextInt(4));
    for (Block block : taken.subList(next, taken.size())) {
      longLease(block);
    }
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int level = 1; level <= plan.storeys(); level++) {
      Set<Integer> out = plan.notForRent(level);
      int bays = plan.floor().bays().size();
      int no = 0;
      while (no < bays) {
        if (out.contains(no)) {
          no++;
          continue;
        }
        int wanted = BLOCK_SIZES[random.nextInt(BLOCK_SIZES.length)];
        int end = no + 1;
        while (end < bays
            && end - no < wanted
            && !out.contains(end)
            && !plan.floor().breaks().contains(end)) {
          end++;
        }
        blocks.add(new Block(level, no, end - no));
        no = end;
      }
    }
    return blocks;
  }

  private void longLease(Block block) {
    LocalDate from = notBeforeOpening(now.minusMonths(3L + random.nextInt(46)));
    LocalDate to = from.plusMonths(TERMS[random.nextInt(TERMS.length)]);
    while (to.isBefore(now.plusMonths(LONG_MONTHS))) {
      to = to.plusMonths(24L + 3L * random.nextInt(8));
    }
    claim(block, Kind.LEASE, from, to, null);
  }

  private void endingLease(Block block, int monthsLeft) {
    LocalDate to = now.plusMonths(monthsLeft);
    claim(block, Kind.LEASE, notBeforeOpening(to.minusMonths(60)), to, null);
  }

  private void followedLease(Block block) {
    LocalDate change = now.plusMonths(3);
    Claim first = claim(block, Kind.LEASE, notBeforeOpening(change.minusMonths(36)), change, null);
    claims.add(
        new Claim(
            block,
            Kind.LEASE,
            change,
            change.plusMonths(60),
            first.industry(),
            first.hazard(),
            first.loadKnM2(),
            first.powerKva(),
            first.wastewaterM3Day(),
            null));
  }

  private Claim claim(
      Block block, Kind kind, LocalDate from, LocalDate to, @Nullable OffsetDateTime expires) {
    Industry industry = industry(block);
    List<HazardClass> hazards = permitted(industry, block.level());
    double areaM2 = areaM2(block);
    double powerKva =
        Math.min(
            areaM2 * industry.powerKvaPerM2() * (0.6 + 0.5 * random.nextDouble()),
            areaM2 * plan.grade().powerKvaPerM2() * SUPPLY_SHARE);
    double wastewater =
        areaM2 / 100 * industry.wastewaterM3DayPer100M2() * (0.5 + random.nextDouble() / 2);
    double load = plan.grade().loadKnM2(block.level()) * (0.5 + 0.45 * random.nextDouble());
    Claim claim =
        new Claim(
            block,
            kind,
            from,
            to,
            industry,
            hazards.get(random.nextInt(hazards.size())),
            Math.round(load * 10) / 10.0,
            Math.floor(powerKva),
            Math.round(wastewater * 10) / 10.0,
            expires);
    claims.add(claim);
    return claim;
  }

  /** A line of business that is admitted here and disturbs nobody; wet ones once a building. */
  private Industry industry(Block block) {
    Set<Industry> admitted = plan.industries(block.level());
    for (int attempt = 0; attempt < 30; attempt++) {
      Industry industry = anyIndustry();
      boolean isWet = industry.wastewaterM3DayPer100M2() > 0.5;
      if (admitted.contains(industry)
          && !(isWet && wet)
          && !permitted(industry, block.level()).isEmpty()
          && claims.stream().noneMatch(claim -> claim.bars(industry, block))) {
        wet |= isWet;
        return industry;
      }
    }
    return Industry.AUTO_PARTS;
  }

  private Industry anyIndustry() {
    int left = random.nextInt(FREQUENCY.values().stream().mapToInt(Integer::intValue).sum());
    for (Map.Entry<Industry, Integer> entry : FREQUENCY.entrySet()) {
      left -= entry.getValue();
      if (left < 0) {
        return entry.getKey();
      }
    }
    throw new AssertionError("The frequencies do not add up");
  }

  private List<HazardClass> permitted(Industry industry, int level) {
    return industry.hazards().stream().filter(plan.grade().hazards(level)::contains).toList();
  }

  private double areaM2(Block block) {
    return block.bayCount() * plan.floor().bayM2(block.firstBay());
  }

  private LocalDate notBeforeOpening(LocalDate day) {
    LocalDate opening = plan.opening().atDay(1);
    return day.isBefore(opening) ? opening : day;
  }

  private OffsetDateTime deadline() {
    return now.plusDays(37L + random.nextInt(14)).atTime(17, 0).atOffset(ZoneOffset.ofHours(7));
  }
}

package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Trait;

/**
 * A building as a firm would find it on a day, with what its sitting tenants leave.
 *
 * @param zoneEstablishedOn day of the zone's founding decision, null where unknown
 * @param truckLevel highest level that trucks reach
 * @param powerKva what is left of the building's feeder
 * @param powerSupplyKva the whole feeder
 * @param wastewaterM3Day m³ per day left
 * @param storeys lowest first
 * @param landTermEnd last day of the zone's land term, beyond which no lease may run; null where
 *     not set
 */
public record Place(
    String code,
    String nameVi,
    String nameEn,
    String zone,
    @Nullable LocalDate zoneEstablishedOn,
    int truckLevel,
    double powerKva,
    double powerSupplyKva,
    double wastewaterM3Day,
    List<Lift> lifts,
    List<Storey> storeys,
    @Nullable LocalDate landTermEnd) {

  /** Copies the lists. */
  public Place {
    lifts = List.copyOf(lifts);
    storeys = List.copyOf(storeys);
  }

  /** The same building under another land term. */
  public Place withLandTermEnd(@Nullable LocalDate end) {
    return new Place(
        code,
        nameVi,
        nameEn,
        zone,
        zoneEstablishedOn,
        truckLevel,
        powerKva,
        powerSupplyKva,
        wastewaterM3Day,
        lifts,
        storeys,
        end);
  }

  /** A goods lift: capacity in tonnes, car and door in metres. */
  public record Lift(
      double capacityT, double carWidthM, double carDepthM, double doorWidthM, double doorHeightM) {

    /** Whether the machine goes in, turned by a quarter where that helps. */
    boolean takes(Machine machine) {
      double narrow = Math.min(machine.lengthM(), machine.widthM());
      double wide = Math.max(machine.lengthM(), machine.widthM());
      return narrow <= Math.min(carWidthM, carDepthM)
          && wide <= Math.max(carWidthM, carDepthM)
          && narrow <= doorWidthM
          && machine.heightM() <= doorHeightM;
    }
  }

  /** A tenant's bays on a storey with what neighbours notice; of the tenant itself nothing. */
  public record Sitting(int firstBay, int lastBay, Set<Trait> traits) {
    /** Copies the traits. */
    public Sitting {
      traits = Set.copyOf(traits);
    }
  }

  /**
   * One storey.
   *
   * @param pointLoadKn largest single load
   * @param powerKva what is left of the floor's supply
   * @param breaks bay numbers before which a corridor, core or fire wall stands
   * @param freeBays numbers of bays that are free or will be handed over
   * @param longestRunM2 largest free stretch that one tenant could take
   * @param rentUsdM2Month USD per m² and month
   * @param rentVndM2Month VND per m² and month
   */
  public record Storey(
      long id,
      int level,
      double loadKnM2,
      double pointLoadKn,
      double clearHeightM,
      double powerKva,
      Set<HazardClass> hazards,
      Set<Industry> industries,
      Set<Integer> breaks,
      SortedSet<Integer> freeBays,
      double longestRunM2,
      List<Sitting> sitting,
      BigDecimal rentUsdM2Month,
      BigDecimal rentVndM2Month) {

    /** Copies the sets. */
    public Storey {
      hazards = Set.copyOf(hazards);
      industries = Set.copyOf(industries);
      breaks = Set.copyOf(breaks);
      freeBays = new TreeSet<>(freeBays);
      sitting = List.copyOf(sitting);
    }
  }
}

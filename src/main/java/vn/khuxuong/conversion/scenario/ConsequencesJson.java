package vn.khuxuong.conversion.scenario;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.conversion.tenant.Verdict;
import vn.khuxuong.tenancy.application.LandTermOutlook.Unlocked;

/**
 * What follows from the real state or from a what-if, zone by zone.
 *
 * @param scenario its number, null for the real state
 * @param name its name, empty for the real state
 */
public record ConsequencesJson(
    @Nullable Long scenario, String name, LocalDate asOf, List<OfZone> zones, Totals totals) {

  /** Copies the zones. */
  public ConsequencesJson {
    zones = List.copyOf(zones);
  }

  /**
   * All zones together.
   *
   * @param releasedM2 m² that come free because a tenant leaves or the land term ends
   * @param relocateM2 m² let to firms that have to leave
   * @param relocating how many firms those are
   * @param unlocked applications that fail today and would pass
   */
  public record Totals(
      double letM2, double releasedM2, double relocateM2, int relocating, int unlocked) {}

  /**
   * A zone.
   *
   * @param termEnd last day of the land term, extended where the what-if says so; null where
   *     unknown
   * @param extendedYears 0 where it is not extended
   * @param keep how many tenants are kept; likewise the others; undecided where too little is known
   */
  public record OfZone(
      String zone,
      String shortName,
      @Nullable LocalDate termEnd,
      int extendedYears,
      double letM2,
      double wantedM2,
      int keep,
      int upgrade,
      int move,
      int endAtTerm,
      int undecided,
      List<Release> releases,
      List<Relocation> relocations,
      List<Unlocked> unlocked) {

    /** Copies the lists. */
    public OfZone {
      releases = List.copyOf(releases);
      relocations = List.copyOf(relocations);
      unlocked = List.copyOf(unlocked);
    }
  }

  /**
   * Area that comes free in a year.
   *
   * @param cause MOVE, END_AT_TERM; LAND_TERM for those that may stay until the land term ends;
   *     OPEN for leases that end before anybody has said what follows
   */
  public record Release(int year, String cause, double areaM2, int leases) {}

  /**
   * A firm that has to leave.
   *
   * @param by last day in its place
   * @param decided whether an officer decided it, or else only the score or the what-if says so
   * @param displaced whether the next round gives it the priority of the displaced
   * @param application code of its application that the next round takes, null where it has none
   */
  public record Relocation(
      String firm,
      String nameVi,
      String nameEn,
      Verdict verdict,
      double areaM2,
      LocalDate by,
      boolean decided,
      boolean displaced,
      @Nullable String application) {}
}

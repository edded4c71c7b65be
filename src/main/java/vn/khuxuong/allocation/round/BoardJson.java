package vn.khuxuong.allocation.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.Instance;

/**
 * The wire shapes of a round's answer laid out on its floors, for officers: they hold names of
 * firms and what these asked for. Areas m², loads kN/m², heights m, power kVA, months {@code
 * yyyy-MM}.
 */
final class BoardJson {
  private BoardJson() {}

  /**
   * The whole: what there is to give, who sits there, who applied, who was placed where.
   *
   * @param run the newest run, null where nothing was solved; then nobody has a place
   * @param weights points of the objective's four parts
   */
  record Board(
      long round,
      @Nullable Long run,
      Instance.Weights weights,
      List<Zone> zones,
      List<Building> buildings,
      List<Floor> floors,
      List<Applicant> applicants) {}

  record Zone(String code, String name) {}

  /** A building at a point inside it (WGS 84); left out where it is gone from the map. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Building(
      String code,
      String zone,
      String nameVi,
      String nameEn,
      @Nullable Double lon,
      @Nullable Double lat) {}

  /**
   * A floor as the round froze it.
   *
   * @param bays m² of each bay from number 0
   * @param breaks bays before which a wall or corridor stands
   * @param held bays that were let or not for rent when the round closed
   */
  record Floor(
      String building,
      int level,
      int loadKnM2,
      double clearHeightM,
      int rentKvnd,
      List<Integer> bays,
      List<Integer> breaks,
      List<Held> held) {}

  /** Bays nobody could be given; {@code out} where they are not for rent at all. */
  record Held(int firstBay, int bayCount, boolean out) {}

  /**
   * An application.
   *
   * @param place in the order that decides ties
   * @param zones wished for, best first
   * @param rank place of the zone it was placed in among those, 1 the best; 0 for another zone or
   *     for no place
   * @param start month it may move in, null for no place
   * @param code kind of its reason, {@code PLACED}, {@code OUTSCORED}, {@code GONE}, {@code
   *     RELATED} or the rules that rule it out; null before an answer
   * @param changeVi the smallest change that would have placed it in a few words, or that none
   *     does; null for one that has a place or took no part
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Applicant(
      String application,
      String nameVi,
      String nameEn,
      int place,
      int points,
      String sizeClass,
      String sector,
      String sectorVi,
      String sectorEn,
      boolean domestic,
      boolean displaced,
      boolean supporting,
      Needs needs,
      List<String> zones,
      boolean acceptOther,
      List<Block> blocks,
      int rank,
      @Nullable String start,
      @Nullable String code,
      @Nullable String causeVi,
      @Nullable String causeEn,
      @Nullable String changeVi,
      @Nullable String changeEn) {}

  /** What a firm's machines need. */
  record Needs(
      int areaMinM2,
      int areaMaxM2,
      int loadKnM2,
      double clearHeightM,
      int liftT,
      int powerKva,
      int wastewaterM3,
      String hazard,
      int budgetKvnd) {}

  record Block(String building, int level, int firstBay, int bayCount, int areaM2) {}

  /**
   * Who wanted a bay.
   *
   * @param state {@code PLACED}, {@code TENANT}, {@code OUT} or {@code FREE}
   * @param holder application that holds it in the answer, null otherwise
   * @param wanting who listed its zone or could use it, the holder first, then by points
   * @param others applications that neither listed the zone nor could use it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Bay(
      String building,
      int level,
      int bay,
      int areaM2,
      String state,
      @Nullable String holder,
      List<Wanting> wanting,
      int others) {}

  /**
   * One that wanted it.
   *
   * @param rank place of the zone in its list, 1 the best; 0 where it did not list it
   * @param why {@code HOLDS}, {@code ELSEWHERE}, {@code RULED_OUT}, {@code NO_RUN}, {@code
   *     OUTSCORED} or {@code ASIDE}
   * @param rule hard constraint of the exchange format that says no, such as {@code H06}; null
   *     where none does
   * @param margin points of the holder less its own; null where nobody new holds the bay
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Wanting(
      String application,
      int points,
      int rank,
      String why,
      @Nullable String rule,
      @Nullable Integer margin,
      String vi,
      String en) {}
}

package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /api/v1/vacancies}.
 *
 * @param asOf today in Ho Chi Minh City
 * @param revision of the data the answer rests on
 * @param total all results, not only those of this page
 * @param next address of the next page, null on the last
 * @param missed where nothing fits: what each condition costs; empty otherwise
 * @param methods how figures that can be worked out in more than one way were
 */
record VacancyJson(
    LocalDate asOf,
    long revision,
    Asked asked,
    Total total,
    List<Hit> hits,
    @Nullable String next,
    Facets facets,
    List<Miss> missed,
    List<Method> methods) {

  /**
   * What was understood.
   *
   * @param from day from which the space is needed: that asked for, but not before today
   * @param machine what the machine needs, worked out from its figures
   */
  record Asked(
      LocalDate from,
      @Nullable Integer months,
      boolean split,
      String sort,
      int limit,
      Machine.@Nullable Needs machine) {}

  /**
   * All results.
   *
   * @param bays of whole stretches, also where a part of one would do
   * @param areaM2 likewise
   */
  record Total(int count, int bays, double areaM2, int zones) {}

  /**
   * A stretch of neighbouring bays that are free together over the days asked for.
   *
   * @param floorId with firstBay and bayCount what a hold asks for
   * @param freeFrom not before today
   * @param freeUntil last day before the next claim or of the zone's land term, null where neither
   *     is set
   * @param liftT largest goods lift of the building, 0 without one
   * @param powerLeftKva what floor and building both have left over the days asked for, without a
   *     term over all days to come
   * @param wastewaterLeftM3Day likewise of the building
   * @param part bays that come nearest to the area asked for, null where none was
   * @param with second part on the floor above, where one floor is not enough
   * @param centre longitude, latitude of the building
   * @param distanceM metres from the place asked for, null without one
   * @param incentive whether a rent cut by law is in force for the park on the first day
   */
  record Hit(
      String building,
      String buildingVi,
      String buildingEn,
      String zone,
      String zoneVi,
      String zoneEn,
      long floorId,
      int level,
      int firstBay,
      int bayCount,
      double areaM2,
      LocalDate freeFrom,
      @Nullable LocalDate freeUntil,
      double loadKnM2,
      double pointLoadKn,
      double clearHeightM,
      double liftT,
      double powerLeftKva,
      double wastewaterLeftM3Day,
      List<String> hazards,
      List<String> industries,
      double rentUsdM2Month,
      double rentVndM2Month,
      double serviceChargeUsdM2Month,
      @Nullable Part part,
      @Nullable Part with,
      List<Double> centre,
      @Nullable Double distanceM,
      boolean incentive,
      String dataStatus) {}

  /** Some bays of a floor. */
  record Part(long floorId, int level, int firstBay, int bayCount, double areaM2) {}

  /**
   * Counts of results by subject; each subject leaves its own conditions out.
   *
   * @param zone the zones with most, by count
   * @param moreZones how many zones with results are not among them
   * @param building where zones are asked for: their buildings with results, all conditions met
   */
  record Facets(
      List<Zone> zone,
      int moreZones,
      List<InBuilding> building,
      List<Count> level,
      List<LoadClass> load,
      List<Count> hazard,
      List<Sector> industry,
      List<FromDay> availability) {}

  /** Results in a zone; centre is longitude, latitude. */
  record Zone(
      String value,
      String vi,
      String en,
      int count,
      int bays,
      double areaM2,
      List<Double> centre) {}

  /**
   * Results in a building.
   *
   * @param longestM2 largest stretch among them
   * @param rentFromUsd least rent among them
   */
  record InBuilding(
      String value,
      String zone,
      int count,
      int bays,
      double areaM2,
      double longestM2,
      double rentFromUsd) {}

  /** Results with a value. */
  record Count(String value, int count) {}

  /**
   * Results whose floor bears so much.
   *
   * @param from least kN/m² of the class; as parameter {@code load} it counts all stronger floors
   * @param below kN/m² from which the next class begins, null for the strongest
   */
  record LoadClass(double from, @Nullable Double below, int count) {}

  /** Results that admit a line of business. */
  record Sector(String value, String vi, String en, int count) {}

  /** Results if the space were needed from this day. */
  record FromDay(LocalDate from, int count) {}

  /**
   * A condition that cannot be met together with the others.
   *
   * @param field its parameter
   * @param lacking what there is too little of, as the parameter that asks for it: {@code load}
   *     where a machine is too heavy, else the same as the field
   * @param count results without it
   * @param nearest value of what is lacking that would give a result, null where none would
   */
  record Miss(String field, String lacking, int count, @Nullable Object nearest) {}

  /** How a figure was worked out. */
  record Method(String subject, String vi, String en) {}

  /** To a tenth of a metre on the ground. */
  static double round(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }
}

package vn.khuxuong.tenancy.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Trait;
import vn.khuxuong.tenancy.firm.Faults;
import vn.khuxuong.tenancy.firm.Machine;
import vn.khuxuong.tenancy.firm.MachineAsked;
import vn.khuxuong.tenancy.firm.Needs;

/**
 * An application as it is sent. Whatever else a client sends (a status, a firm, a score) is not
 * read.
 *
 * @param industry that of the firm where left out
 * @param traits beyond the one that comes with the line of business
 * @param budgetVndM2Month most VND per m² and month
 * @param zones codes, best first
 * @param building code of a building wished for
 * @param floor id of a floor of that building
 */
record ApplicationAsked(
    @Nullable String industry,
    @Nullable String production,
    @Nullable Double areaMinM2,
    @Nullable Double areaMaxM2,
    @Nullable Double loadKnM2,
    @Nullable Double clearHeightM,
    @Nullable Double powerKva,
    @Nullable Double wastewaterM3Day,
    @Nullable Double liftT,
    @Nullable String hazard,
    @Nullable List<@Nullable String> traits,
    @Nullable String startEarliest,
    @Nullable String startLatest,
    @Nullable Double termMonths,
    @Nullable Double budgetVndM2Month,
    @Nullable List<@Nullable String> zones,
    @Nullable Boolean acceptOther,
    @Nullable Boolean maySplit,
    @Nullable String building,
    @Nullable Long floor,
    @Nullable Integer firstBay,
    @Nullable Integer bayCount,
    @Nullable List<@Nullable MachineAsked> machines) {
  private static final int LONGEST_PRODUCTION = 2_000;
  private static final int MOST_ZONES = 10;
  private static final int MOST_TRAITS = 5;
  private static final int LONGEST_CODE = 20;
  private static final int MOST_BAYS = 500;
  private static final int MOST_MONTHS = 600;
  private static final double MOST_M2 = 100_000;
  private static final double MOST_KN_M2 = 200;
  private static final double HIGHEST_M = 50;
  private static final double MOST_KVA = 100_000;
  private static final double MOST_M3_DAY = 10_000;
  private static final double HEAVIEST_T = 500;

  /** Less VND per m² and month than any rent: whoever sends it has sent USD, or thousands. */
  private static final double LEAST_VND = 1_000;

  private static final double MOST_VND = 100_000_000;

  /**
   * What is asked for, with all faults noted.
   *
   * @param ofFirm line of business of the firm
   */
  Wanted read(Faults faults, Industry ofFirm) {
    Industry of =
        industry == null
            ? ofFirm
            : faults.choice("industry", industry, Industry.class).orElse(ofFirm);
    double least = faults.number("areaMinM2", areaMinM2, 1, MOST_M2, "m²");
    double most = faults.number("areaMaxM2", areaMaxM2, 1, MOST_M2, "m²");
    if (most < least) {
      faults.add(
          "areaMaxM2",
          "Diện tích lớn nhất nhỏ hơn diện tích nhỏ nhất.",
          "The largest area is smaller than the least.");
    }
    LocalDate earliest = faults.day("startEarliest", startEarliest);
    LocalDate latest = faults.day("startLatest", startLatest);
    if (latest.isBefore(earliest)) {
      faults.add(
          "startLatest",
          "Ngày muộn nhất trước ngày sớm nhất.",
          "The latest day is before the earliest.");
    }
    List<Machine> set = MachineAsked.read(faults, machines);
    double machineLoad = set.stream().mapToDouble(Machine::loadKnM2).max().orElse(0);
    if (machineLoad > MOST_KN_M2) {
      faults.add(
          "machines",
          "Có máy đè hơn " + (int) MOST_KN_M2 + " kN/m²; xem lại tấn và mét.",
          "A machine presses more than " + (int) MOST_KN_M2 + " kN/m²; look at tonnes and metres.");
    }
    double tallest = set.stream().mapToDouble(Machine::heightM).max().orElse(0);
    double heaviest = set.stream().mapToDouble(Machine::weightT).max().orElse(0);
    readPlace(faults);
    return new Wanted(
        of,
        faults.paragraphs("production", production, LONGEST_PRODUCTION),
        least,
        most,
        up(Math.max(amount(faults, "loadKnM2", loadKnM2, MOST_KN_M2, "kN/m²"), machineLoad), 2),
        up(Math.max(amount(faults, "clearHeightM", clearHeightM, HIGHEST_M, "m"), tallest), 2),
        up(amount(faults, "powerKva", powerKva, MOST_KVA, "kVA"), 1),
        amount(faults, "wastewaterM3Day", wastewaterM3Day, MOST_M3_DAY, "m³/ngày"),
        up(Math.max(amount(faults, "liftT", liftT, HEAVIEST_T, "t"), heaviest), 1),
        faults.choice("hazard", hazard, HazardClass.class).orElse(HazardClass.E),
        Needs.traitsOf(of, readTraits(faults)),
        earliest,
        latest,
        faults.whole("termMonths", termMonths, 1, MOST_MONTHS, "tháng, months"),
        Math.round(
            faults.number(
                "budgetVndM2Month", budgetVndM2Month, LEAST_VND, MOST_VND, "VND/m²/tháng")),
        readZones(faults),
        Boolean.TRUE.equals(acceptOther),
        Boolean.TRUE.equals(maySplit),
        faults.optionalText("building", building, LONGEST_CODE),
        floor,
        firstBay,
        bayCount,
        set);
  }

  private static double amount(
      Faults faults, String field, @Nullable Double value, double most, String unit) {
    return faults.number(field, value, 0, most, unit);
  }

  /** Rounds up, so that what is kept is never less than what is needed. */
  private static double up(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.CEILING).doubleValue();
  }

  private Set<Trait> readTraits(Faults faults) {
    Set<Trait> read = EnumSet.noneOf(Trait.class);
    for (String name : faults.list("traits", traits, MOST_TRAITS)) {
      faults.choice("traits", name, Trait.class).ifPresent(read::add);
    }
    return read;
  }

  private List<String> readZones(Faults faults) {
    List<String> read = faults.list("zones", zones, MOST_ZONES);
    if (!read.stream().allMatch(code -> code.matches("[A-Z][A-Z0-9]{1,9}"))) {
      faults.add("zones", "Mã khu không đúng dạng.", "A zone's code has another form.");
      return List.of();
    }
    if (read.stream().distinct().count() < read.size()) {
      faults.add("zones", "Có khu lặp lại.", "A zone stands there twice.");
      return List.of();
    }
    return read;
  }

  private void readPlace(Faults faults) {
    if (floor == null
        ? firstBay != null || bayCount != null
        : firstBay == null || bayCount == null) {
      faults.add(
          "floor",
          "Tầng, khoang đầu và số khoang đi cùng nhau.",
          "Floor, first bay and number of bays go together.");
    } else if (floor != null && building == null) {
      faults.add("building", "Thiếu nhà xưởng của tầng.", "The floor's building is missing.");
    }
    if ((firstBay != null && (firstBay < 0 || firstBay > MOST_BAYS))
        || (bayCount != null && (bayCount < 1 || bayCount > MOST_BAYS))) {
      faults.add("firstBay", "Số khoang không hợp lệ.", "The bays are out of bounds.");
    }
  }
}

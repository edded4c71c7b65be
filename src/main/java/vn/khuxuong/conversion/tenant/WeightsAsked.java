package vn.khuxuong.conversion.tenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.ProcessProblem;
import vn.khuxuong.tenancy.firm.Faults;

/**
 * Body of {@code POST /api/v1/conversions/weights}; members as in {@link WeightSet}. A criterion
 * that is left out has no weight.
 *
 * @param source one text for both languages
 */
record WeightsAsked(
    @Nullable String validFrom,
    @Nullable Double keepFrom,
    @Nullable Double upgradeFrom,
    @Nullable Double termMonths,
    @Nullable Double leastKnownPct,
    @Nullable String textVi,
    @Nullable String textEn,
    @Nullable String source,
    @Nullable List<@Nullable One> weights) {
  private static final int LONGEST = 1000;
  private static final double MOST = 1e6;

  /** A criterion that counts. */
  record One(
      @Nullable String criterion,
      @Nullable Double weight,
      @Nullable Double good,
      @Nullable Double bad) {}

  /**
   * The set, checked.
   *
   * @param today earliest first day: rules do not count backwards
   */
  WeightSet read(int id, LocalDate today) {
    Faults faults = new Faults();
    LocalDate from = faults.day("validFrom", validFrom);
    if (validFrom != null && from.isBefore(today)) {
      faults.add(
          "validFrom",
          "Bộ trọng số không có hiệu lực lùi: từ hôm nay trở đi.",
          "Weights do not count backwards: from today on.");
    }
    double keep = faults.number("keepFrom", keepFrom, 0, 100, "/100");
    double upgrade = faults.number("upgradeFrom", upgradeFrom, 0, 100, "/100");
    if (upgradeFrom != null && keepFrom != null && upgrade > keep) {
      faults.add(
          "upgradeFrom",
          "Mức nâng cấp không được cao hơn mức giữ.",
          "The points to upgrade are not above those to keep.");
    }
    int months = faults.whole("termMonths", termMonths, 0, 600, "tháng");
    double known = faults.number("leastKnownPct", leastKnownPct, 0, 100, "%");
    String vi = faults.text("textVi", textVi, LONGEST);
    String en = faults.text("textEn", textEn, LONGEST);
    String from1 = faults.text("source", source, LONGEST);
    List<WeightSet.Weight> read = weights(faults);
    faults.refuse(ProcessProblem.BAD_BODY);
    return new WeightSet(
        id, from, keep, upgrade, months, known, vi, en, from1, from1, "OFFICIAL", read);
  }

  private List<WeightSet.Weight> weights(Faults faults) {
    List<WeightSet.Weight> read = new ArrayList<>();
    Set<Criterion> seen = EnumSet.noneOf(Criterion.class);
    List<One> asked = faults.list("weights", weights, Criterion.values().length);
    for (int i = 0; i < asked.size(); i++) {
      One one = asked.get(i);
      Optional<Criterion> criterion =
          faults.choice(Faults.item("weights", i, "criterion"), one.criterion(), Criterion.class);
      double weight =
          faults.number(Faults.item("weights", i, "weight"), one.weight(), 0.01, 100, "");
      double good = faults.number(Faults.item("weights", i, "good"), one.good(), 0, MOST, "");
      double bad = faults.number(Faults.item("weights", i, "bad"), one.bad(), 0, MOST, "");
      if (one.good() != null && one.bad() != null && good == bad) {
        faults.add(
            Faults.item("weights", i, "bad"),
            "Mức không điểm phải khác mức đủ điểm.",
            "The value that earns nothing must differ from the one that earns all.");
      }
      criterion.ifPresent(
          known -> {
            if (seen.add(known)) {
              read.add(new WeightSet.Weight(known, weight, good, bad));
            } else {
              faults.add("weights", "Tiêu chí lặp lại: " + known, known + " is there twice.");
            }
          });
    }
    if (asked.isEmpty()) {
      faults.add(
          "weights", "Cần ít nhất một tiêu chí có trọng số.", "At least one criterion counts.");
    }
    return read;
  }
}

package vn.khuxuong.conversion.tenant;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.conversion.aim.AimJson.Sector;
import vn.khuxuong.conversion.aim.Aims;
import vn.khuxuong.conversion.tenant.Proposal.Contribution;

/**
 * The published score: weights times how far each criterion is met, over the criteria that are
 * known. Plain arithmetic on figures the firm can see; what is not known counts neither for nor
 * against it.
 */
final class Score {
  private static final double EPSILON = 1e-9;

  private final Facts facts;
  private final List<LeaseHeld> leases;
  private final List<Sector> sectors;
  private final WeightSet rules;

  private Score(Facts facts, List<LeaseHeld> leases, List<Sector> sectors, WeightSet rules) {
    this.facts = facts;
    this.leases = leases;
    this.sectors = sectors;
    this.rules = rules;
  }

  /**
   * Judges a tenant.
   *
   * @param leases that run today, at least one
   * @param today day from which the remaining lease is counted
   */
  static Proposal of(
      Facts facts, List<LeaseHeld> leases, List<Sector> sectors, WeightSet rules, LocalDate today) {
    return new Score(facts, leases, sectors, rules).proposal(today);
  }

  private Proposal proposal(LocalDate today) {
    double all = rules.weights().stream().mapToDouble(WeightSet.Weight::weight).sum();
    double known =
        rules.weights().stream()
            .filter(weight -> value(weight.criterion()) != null)
            .mapToDouble(WeightSet.Weight::weight)
            .sum();
    List<Contribution> contributions = new ArrayList<>();
    double points = 0;
    for (WeightSet.Weight weight : rules.weights()) {
      Contribution one = contribution(weight, known);
      contributions.add(one);
      points += one.points() == null ? 0 : one.points();
    }
    double knownPct = 100 * known / all;
    if (knownPct + EPSILON < rules.leastKnownPct()) {
      return new Proposal(
          rules.id(),
          known > 0 ? (Double) rounded(points) : null,
          rounded(knownPct),
          null,
          "Mới biết "
              + vi(knownPct)
              + "% trọng số, cần "
              + vi(rules.leastKnownPct())
              + "%: chưa kết luận.",
          "Only "
              + en(knownPct)
              + "% of the weights are known, "
              + en(rules.leastKnownPct())
              + "% are needed: nothing is said yet.",
          contributions);
    }
    return concluded(points, knownPct, contributions, today);
  }

  private Proposal concluded(
      double points, double knownPct, List<Contribution> contributions, LocalDate today) {
    boolean phaseOut = sector().filter(sector -> sector.aim().equals("PHASE_OUT")).isPresent();
    LocalDate end = leases.stream().map(LeaseHeld::until).max(LocalDate::compareTo).orElse(today);
    boolean soon = !end.isAfter(today.plusMonths(rules.termMonths()));
    boolean enough = points + EPSILON >= rules.keepFrom();
    Verdict verdict =
        enough && !phaseOut
            ? Verdict.KEEP
            : points + EPSILON >= rules.upgradeFrom()
                ? Verdict.UPGRADE
                : soon ? Verdict.END_AT_TERM : Verdict.MOVE;
    return new Proposal(
        rules.id(),
        rounded(points),
        rounded(knownPct),
        verdict,
        switch (verdict) {
          case KEEP -> vi(points) + " điểm, từ " + vi(rules.keepFrom()) + " điểm thì giữ.";
          case UPGRADE ->
              enough
                  ? vi(points) + " điểm, nhưng ngành thuộc diện giảm dần nên phải nâng cấp."
                  : vi(points) + " điểm, từ " + vi(rules.upgradeFrom()) + " điểm thì nâng cấp.";
          case MOVE ->
              vi(points)
                  + " điểm, dưới "
                  + vi(rules.upgradeFrom())
                  + "; hợp đồng còn quá "
                  + rules.termMonths()
                  + " tháng nên cần di dời.";
          case END_AT_TERM ->
              vi(points)
                  + " điểm, dưới "
                  + vi(rules.upgradeFrom())
                  + "; hợp đồng hết trong "
                  + rules.termMonths()
                  + " tháng nên kết thúc khi hết hạn.";
        },
        switch (verdict) {
          case KEEP -> en(points) + " points; from " + en(rules.keepFrom()) + " a firm is kept.";
          case UPGRADE ->
              enough
                  ? en(points) + " points, but the sector is phased out, so it has to upgrade."
                  : en(points) + " points; from " + en(rules.upgradeFrom()) + " a firm upgrades.";
          case MOVE ->
              en(points)
                  + " points, below "
                  + en(rules.upgradeFrom())
                  + "; the lease runs for more than "
                  + rules.termMonths()
                  + " months, so it has to move.";
          case END_AT_TERM ->
              en(points)
                  + " points, below "
                  + en(rules.upgradeFrom())
                  + "; the lease ends within "
                  + rules.termMonths()
                  + " months, so it ends then.";
        },
        contributions);
  }

  private Contribution contribution(WeightSet.Weight weight, double known) {
    Criterion criterion = weight.criterion();
    Double value = value(criterion);
    Double degree = value == null ? null : (Double) weight.degree(value);
    Double points = degree == null ? null : (Double) (100 * weight.weight() * degree / known);
    return new Contribution(
        criterion.name(),
        criterion.nameVi(),
        criterion.nameEn(),
        weight.weight(),
        value == null ? null : (Double) rounded(value),
        criterion.unitVi(),
        criterion.unitEn(),
        weight.good(),
        weight.bad(),
        degree == null ? null : (Double) (Math.rint(degree * 1000) / 1000),
        points == null ? null : (Double) rounded(points),
        reason(criterion, weight, value, true),
        reason(criterion, weight, value, false));
  }

  private String reason(
      Criterion criterion, WeightSet.Weight weight, @Nullable Double value, boolean vietnamese) {
    if (value == null) {
      return vietnamese ? "Chưa biết, không tính." : "Not known, not counted.";
    }
    if (criterion == Criterion.SECTOR) {
      return sector()
          .map(
              sector ->
                  vietnamese
                      ? (sector.aim().equals("WANTED") ? "Khu muốn có: " : "Khu giảm dần: ")
                          + sector.nameVi()
                          + " ("
                          + sector.vsic()
                          + ")."
                      : (sector.aim().equals("WANTED") ? "Wanted by the zone: " : "Phased out: ")
                          + sector.nameEn()
                          + " ("
                          + sector.vsic()
                          + ").")
          .orElse(
              vietnamese
                  ? "Mã " + facts.vsic().get(0) + " không thuộc diện mong muốn hay giảm dần."
                  : "Code " + facts.vsic().get(0) + " is neither wanted nor phased out.");
    }
    if (criterion == Criterion.EMISSION) {
      return vietnamese
          ? "Nhóm " + facts.emissionGroup() + "; nhóm IV được đủ điểm, nhóm I không điểm."
          : "Group " + facts.emissionGroup() + "; group IV earns all, group I nothing.";
    }
    return vietnamese
        ? vi(value)
            + " "
            + criterion.unitVi()
            + "; "
            + vi(weight.good())
            + " được đủ điểm, "
            + vi(weight.bad())
            + " không điểm."
        : en(value)
            + " "
            + criterion.unitEn()
            + "; "
            + en(weight.good())
            + " earns all, "
            + en(weight.bad())
            + " nothing.";
  }

  private @Nullable Double value(Criterion criterion) {
    double area = leases.stream().mapToDouble(LeaseHeld::areaM2).sum();
    return switch (criterion) {
      case SECTOR ->
          facts.vsic().isEmpty()
              ? null
              : sector().map(one -> one.aim().equals("WANTED") ? 1.0 : 0.0).orElse(0.5);
      case LABOUR ->
          ratio(
              facts.insuredEmployees() == null ? null : (Double) (double) facts.insuredEmployees(),
              facts.revenueBnVnd());
      case ENERGY -> ratio(facts.energyKwhYear(), area);
      case WATER -> ratio(facts.waterM3Year(), area);
      case EMISSION ->
          facts.emissionGroup() == null
              ? null
              : (Double) (List.of("I", "II", "III", "IV").indexOf(facts.emissionGroup()) + 1.0);
      case LAND_PER_JOB ->
          ratio(area, facts.jobs() == null ? null : (Double) (double) facts.jobs());
    };
  }

  private static @Nullable Double ratio(@Nullable Double upper, @Nullable Double lower) {
    return upper == null || lower == null || lower <= 0 ? null : (Double) (upper / lower);
  }

  private Optional<Sector> sector() {
    return facts.vsic().isEmpty() ? Optional.empty() : Aims.of(sectors, facts.vsic().get(0));
  }

  private static double rounded(double value) {
    return Math.rint(value * 10) / 10;
  }

  private static String vi(double value) {
    return number(value, Locale.forLanguageTag("vi"));
  }

  private static String en(double value) {
    return number(value, Locale.ENGLISH);
  }

  private static String number(double value, Locale locale) {
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }
}

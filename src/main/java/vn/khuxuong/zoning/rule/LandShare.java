package vn.khuxuong.zoning.rule;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;

/**
 * Land of some uses must reach an area or a share of other land; where a rule gives both, either
 * suffices, as "20 ha or 5 %" does.
 *
 * @param uses land uses that count
 * @param declaring words; industrial land whose declared purpose has one of them counts too
 * @param of what the share is a share of
 * @param atLeastPct least share, percent
 * @param atLeastHa least area, hectares
 */
record LandShare(
    Set<LandUse> uses,
    Set<String> declaring,
    Base of,
    @Nullable Double atLeastPct,
    @Nullable Double atLeastHa)
    implements Check {

  LandShare {
    uses = Set.copyOf(uses);
    declaring = Set.copyOf(declaring);
  }

  /** What a share is a share of. */
  enum Base {
    /** The zone's outline. */
    ZONE,
    /** Subzones of industrial uses, see {@link LandUse#isIndustrial}. */
    INDUSTRIAL
  }

  static LandShare read(Entry entry) {
    Set<String> declaring = entry.words("declaring");
    Set<LandUse> uses =
        entry.has("landUses") || declaring.isEmpty()
            ? entry.someOf("landUses", LandUse.class)
            : Set.of();
    Base of = entry.oneOf("of", Base.class);
    Double pct = entry.numberOrNull("atLeastPct", 0, 100);
    Double ha = entry.numberOrNull("atLeastHa", 0, 100_000);
    if (pct == null && ha == null) {
      entry.complain("atLeastPct", "or atLeastHa must be given");
    }
    return new LandShare(uses, declaring, of, pct, ha);
  }

  @Override
  public Measure measure(PlanFacts facts) {
    List<Subzone> counted = facts.subzones().stream().filter(this::counts).toList();
    double m2 = counted.stream().mapToDouble(Subzone::areaM2).sum();
    double baseM2 =
        of == Base.ZONE
            ? facts.zone().outline().getArea()
            : facts.subzones().stream()
                .filter(subzone -> subzone.landUse().isIndustrial())
                .mapToDouble(Subzone::areaM2)
                .sum();
    if (baseM2 == 0) {
      return Measure.none("đồ án không có đất công nghiệp", "the plan has no industrial land");
    }
    Measure area = atLeastHa == null ? null : area(m2, atLeastHa, counted);
    Measure share = atLeastPct == null ? null : share(m2, baseM2, atLeastPct, counted);
    if (area == null || share == null) {
      return area == null ? java.util.Objects.requireNonNull(share) : area;
    }
    return either(area, share);
  }

  /** The area speaks unless only the share is kept; the other figure is told beside it. */
  private static Measure either(Measure area, Measure share) {
    boolean shareSpeaks = Boolean.FALSE.equals(area.met()) && Boolean.TRUE.equals(share.met());
    Measure first = shareSpeaks ? share : area;
    Measure second = shareSpeaks ? area : share;
    return first.saying("; hoặc " + second.vi(), "; or " + second.en());
  }

  private Measure area(double m2, double limitHa, List<Subzone> counted) {
    return Measure.atLeast(
        m2 / 10_000,
        limitHa,
        AREA_TOLERANCE_M2 / 10_000,
        Measure.HA,
        codes(counted),
        "diện tích " + whatVi(),
        "area of " + whatEn());
  }

  private Measure share(double m2, double baseM2, double limitPct, List<Subzone> counted) {
    return Measure.atLeast(
        100 * m2 / baseM2,
        limitPct,
        100 * AREA_TOLERANCE_M2 / baseM2,
        Measure.PERCENT,
        codes(counted),
        "tỷ lệ "
            + whatVi()
            + " "
            + Figures.vi(m2 / 10_000)
            + " ha trên "
            + Figures.vi(baseM2 / 10_000)
            + " ha "
            + (of == Base.ZONE ? "toàn khu" : "đất công nghiệp"),
        "share of "
            + whatEn()
            + " "
            + Figures.en(m2 / 10_000)
            + " ha in "
            + Figures.en(baseM2 / 10_000)
            + " ha of "
            + (of == Base.ZONE ? "the zone" : "industrial land"));
  }

  private boolean counts(Subzone subzone) {
    return uses.contains(subzone.landUse())
        || (subzone.landUse().isIndustrial()
            && (declares(subzone.purposeVi()) || declares(subzone.purposeEn())));
  }

  private boolean declares(@Nullable String purpose) {
    if (purpose == null) {
      return false;
    }
    String text = Normalizer.normalize(purpose, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return declaring.stream().anyMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
  }

  private String whatVi() {
    return uses.isEmpty()
        ? "đất khai báo mục tiêu phù hợp"
        : uses.stream()
            .sorted()
            .map(use -> use.nameVi().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
  }

  private String whatEn() {
    return uses.isEmpty()
        ? "land declaring such a purpose"
        : uses.stream()
            .sorted()
            .map(use -> use.nameEn().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
  }

  private static List<String> codes(List<Subzone> subzones) {
    return subzones.stream().map(Subzone::code).toList();
  }
}

package vn.khuxuong.zoning.rule;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Zone;

/**
 * Which plans a rule concerns. Every condition given must hold.
 *
 * @param establishedAfter zones established after this day only, see {@link #established}
 * @param parkKinds what the plan must declare the zone to be; empty for any
 * @param zoneKinds kinds of zones; empty for any
 * @param converting zones in conversion, or only the others
 * @param zoneOverHa zones whose outline is larger, hectares
 * @param declares land uses of which the plan must have at least one; empty for any plan
 */
record Applicability(
    @Nullable LocalDate establishedAfter,
    Set<String> parkKinds,
    Set<Zone.Kind> zoneKinds,
    @Nullable Boolean converting,
    @Nullable Double zoneOverHa,
    Set<LandUse> declares) {

  Applicability {
    parkKinds = Set.copyOf(parkKinds);
    zoneKinds = Set.copyOf(zoneKinds);
    declares = Set.copyOf(declares);
  }

  /** Whether a rule concerns a plan, and why not. */
  record Answer(Known known, String vi, String en) {
    static final Answer YES = new Answer(Known.YES, "", "");
  }

  /** Yes, no, or not to be told from what is known about the zone. */
  enum Known {
    YES,
    NO,
    UNKNOWN
  }

  static Applicability read(Entry entry) {
    Set<String> parkKinds = entry.words("parkKinds");
    for (String kind : parkKinds) {
      if (!PlanFacts.PARK_KINDS.contains(kind)) {
        entry.complain("parkKinds", "\"" + kind + "\" is no kind of park");
      }
    }
    return new Applicability(
        entry.dateOrNull("establishedAfter"),
        parkKinds,
        entry.has("zoneKinds") ? entry.someOf("zoneKinds", Zone.Kind.class) : Set.of(),
        entry.flagOrNull("converting"),
        entry.numberOrNull("zoneOverHa", 0, 100_000),
        entry.has("declares") ? entry.someOf("declares", LandUse.class) : Set.of());
  }

  Answer answer(PlanFacts facts) {
    Zone zone = facts.zone();
    if (!parkKinds.isEmpty() && !parkKinds.contains(facts.parkKind())) {
      return no(
          "đồ án khai báo loại khu " + facts.parkKind(), "the plan declares " + facts.parkKind());
    }
    if (!zoneKinds.isEmpty() && !zoneKinds.contains(zone.kind())) {
      return no(
          zone.kind() == Zone.Kind.EPZ ? "khu là khu chế xuất" : "khu là khu công nghiệp",
          zone.kind() == Zone.Kind.EPZ ? "the zone is an EPZ" : "the zone is an industrial park");
    }
    if (converting != null && converting != zone.converting()) {
      return zone.converting()
          ? no("khu đang chuyển đổi", "the zone is in conversion")
          : no("khu không chuyển đổi", "the zone is not in conversion");
    }
    double ha = zone.outline().getArea() / 10_000;
    if (zoneOverHa != null && ha <= zoneOverHa) {
      return no(
          "khu rộng " + Figures.vi(ha) + " ha, không quá " + Figures.vi(zoneOverHa) + " ha",
          "the zone has " + Figures.en(ha) + " ha, not above " + Figures.en(zoneOverHa) + " ha");
    }
    if (!declares.isEmpty()
        && facts.subzones().stream().noneMatch(s -> declares.contains(s.landUse()))) {
      return no("đồ án không có loại đất này", "the plan has no such land");
    }
    return establishedAfter == null ? Answer.YES : established(zone, establishedAfter, facts.on());
  }

  /**
   * Whether a zone was established after a day. A planned zone without a day is not established yet
   * and will be after the day judged. Of a zone known by its founding year only, nothing can be
   * said within that year.
   */
  static Answer established(Zone zone, LocalDate day, LocalDate on) {
    LocalDate established = zone.establishedOn();
    if (established == null && zone.planned() && !on.isBefore(day)) {
      return Answer.YES;
    }
    Integer year = established != null ? Integer.valueOf(established.getYear()) : zone.founded();
    if (year == null || (established == null && year == day.getYear())) {
      return new Answer(
          Known.UNKNOWN,
          "chưa biết khu thành lập trước hay sau " + Figures.vi(day),
          "it is not known whether the zone was established before or after " + day);
    }
    boolean after = established != null ? established.isAfter(day) : year > day.getYear();
    String when = established != null ? established.toString() : year.toString();
    String whenVi = established != null ? Figures.vi(established) : year.toString();
    return after
        ? Answer.YES
        : no(
            "khu thành lập " + whenVi + ", không sau " + Figures.vi(day),
            "the zone was established in " + when + ", not after " + day);
  }

  private static Answer no(String vi, String en) {
    return new Answer(Known.NO, vi, en);
  }
}

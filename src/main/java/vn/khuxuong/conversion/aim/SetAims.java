package vn.khuxuong.conversion.aim;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.conversion.ConversionProblem;
import vn.khuxuong.conversion.ConvertingZones;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.firm.FirmAccess;

/**
 * Officers add to what a zone is to become. Audited as {@code conversion.sector-set}, {@code
 * .eco-found}, {@code .target-set}, {@code .balance-recorded}, {@code .milestone-set} and {@code
 * .responsible-set}. Every method may refuse with {@link ConversionProblem#UNKNOWN_ZONE}, {@link
 * ConversionProblem#STALE} and BAD_BODY of tenancy.
 */
@Component
public class SetAims {
  private static final double MOST = 1e6;

  private final ConvertingZones zones;
  private final Aims aims;
  private final AimStore store;
  private final AimWrites writes;
  private final FirmAccess access;
  private final Audit audit;

  SetAims(
      ConvertingZones zones,
      Aims aims,
      AimStore store,
      AimWrites writes,
      FirmAccess access,
      Audit audit) {
    this.zones = zones;
    this.aims = aims;
    this.store = store;
    this.writes = writes;
    this.access = access;
    this.audit = audit;
  }

  /** Adds a row for a sector. */
  @Transactional
  public AimJson sector(String zone, AimAsked.Sector asked, @Nullable String ifMatch) {
    String code = begin(zone, AimJson.Part.SECTORS, ifMatch);
    String vsic = Asked.required("vsic", asked.vsic());
    if (!vsic.matches("[0-9]{2,5}")) {
      throw Asked.bad(
          "vsic",
          "\"vsic\" phải là mã ngành VSIC từ 2 đến 5 chữ số.",
          "\"vsic\" must be a VSIC code of 2 to 5 digits.");
    }
    AimAsked.Aim aim = Asked.oneOf("aim", AimAsked.Aim.class, Asked.required("aim", asked.aim()));
    LocalDate from = Asked.day("validFrom", asked.validFrom());
    writes.sector(
        code,
        vsic,
        aim.name(),
        from,
        AimAsked.text("nameVi", asked.nameVi()),
        AimAsked.text("nameEn", asked.nameEn()),
        AimAsked.text("source", asked.source()),
        AimAsked.standing(asked.sourceStatus()),
        access.caller());
    return done(
        "conversion.sector-set",
        code,
        Map.of("vsic", vsic, "aim", aim, "validFrom", from.toString()));
  }

  /** Adds a finding by a test of an eco-park. */
  @Transactional
  public AimJson finding(String zone, AimAsked.Finding asked, @Nullable String ifMatch) {
    String code = begin(zone, AimJson.Part.ECO_TESTS, ifMatch);
    String test = Asked.required("test", asked.test());
    if (!store.hasTest(test)) {
      throw Asked.bad(
          "test", "Không có tiêu chí nào mang mã này.", "No test has this code; see ecoTests.");
    }
    AimAsked.Found status =
        Asked.oneOf("status", AimAsked.Found.class, Asked.required("status", asked.status()));
    LocalDate asOf = notToCome("asOf", asked.asOf());
    writes.finding(
        code,
        test,
        status.name(),
        AimAsked.amount("value", asked.value(), MOST),
        status == AimAsked.Found.UNKNOWN ? null : AimAsked.text("evidence", asked.evidence()),
        asOf,
        access.caller());
    return done(
        "conversion.eco-found",
        code,
        Map.of("test", test, "status", status, "asOf", asOf.toString()));
  }

  /** Adds a target of this zone, which counts instead of the one of all zones. */
  @Transactional
  public AimJson target(String zone, AimAsked.Target asked, @Nullable String ifMatch) {
    String code = begin(zone, AimJson.Part.SHARES, ifMatch);
    AimAsked.Share share =
        Asked.oneOf("code", AimAsked.Share.class, Asked.required("code", asked.code()));
    double pct = Asked.amount("targetPct", Asked.required("targetPct", asked.targetPct()), 100);
    LocalDate from = Asked.day("validFrom", asked.validFrom());
    writes.target(
        code,
        share.name(),
        pct,
        from,
        AimAsked.text("source", asked.source()),
        AimAsked.standing(asked.sourceStatus()),
        access.caller());
    return done(
        "conversion.target-set",
        code,
        Map.of("share", share, "targetPct", pct, "validFrom", from.toString()));
  }

  /** Adds a published land balance, which counts while the zone has no plan in force. */
  @Transactional
  public AimJson balance(String zone, AimAsked.Balance asked, @Nullable String ifMatch) {
    String code = begin(zone, AimJson.Part.SHARES, ifMatch);
    LocalDate asOf = notToCome("asOf", asked.asOf());
    double gross = Asked.amount("grossHa", Asked.required("grossHa", asked.grossHa()), 1e5);
    if (gross <= 0) {
      throw Asked.bad("grossHa", "Diện tích phải lớn hơn 0.", "The area must be above 0.");
    }
    Double green = AimAsked.amount("greenHa", asked.greenHa(), gross);
    Double road = AimAsked.amount("roadHa", asked.roadHa(), gross);
    Double tech = AimAsked.amount("techHa", asked.techHa(), gross);
    if (sum(green, road, tech) > gross) {
      throw Asked.bad(
          "techHa",
          "Cây xanh, giao thông và hạ tầng cộng lại lớn hơn tổng diện tích.",
          "Greenery, roads and infrastructure together are more than the gross area.");
    }
    writes.balance(
        code,
        asOf,
        gross,
        green,
        road,
        tech,
        AimAsked.text("source", asked.source()),
        AimAsked.standing(asked.sourceStatus()),
        access.caller());
    return done(
        "conversion.balance-recorded", code, Map.of("asOf", asOf.toString(), "grossHa", gross));
  }

  private static double sum(@Nullable Double... parts) {
    double sum = 0;
    for (Double part : parts) {
      sum += part == null ? 0 : part;
    }
    return sum;
  }

  /** Adds a milestone, words one anew, moves it, says it is done, or withdraws it. */
  @Transactional
  public AimJson milestone(String zone, AimAsked.Milestone asked, @Nullable String ifMatch) {
    String code = begin(zone, AimJson.Part.MILESTONES, ifMatch);
    AimAsked.State state =
        Asked.oneOf("state", AimAsked.State.class, Asked.required("state", asked.state()));
    AimJson.Milestone before = replaced(code, asked.replaces());
    boolean withdrawn = state == AimAsked.State.WITHDRAWN;
    if (withdrawn && before == null) {
      throw Asked.bad(
          "replaces", "Chỉ rút được mốc đã có.", "Only a milestone that is there is withdrawn.");
    }
    AimJson.Milestone made =
        withdrawn && before != null
            ? before
            : read(asked, before == null ? code : before.zone(), state);
    String source = AimAsked.text("source", asked.source());
    writes.milestone(
        made,
        state.name(),
        source,
        AimAsked.standing(asked.sourceStatus()),
        asked.replaces(),
        access.caller());
    return done(
        "conversion.milestone-set",
        code,
        Map.of("state", state, "titleVi", made.titleVi(), "source", source));
  }

  private AimJson.@Nullable Milestone replaced(String zone, @Nullable Long id) {
    return id == null
        ? null
        : store.milestones(zone).stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow(
                () ->
                    Asked.bad(
                        "replaces",
                        "Mốc bị thay không thuộc khu này, hoặc đã được thay rồi.",
                        "That milestone is not this zone's, or has been replaced already."));
  }

  private AimJson.Milestone read(
      AimAsked.Milestone asked, @Nullable String zone, AimAsked.State state) {
    LocalDate day =
        asked.day() == null || asked.day().isBlank() ? null : Asked.day("day", asked.day());
    if (state == AimAsked.State.DONE && day == null) {
      throw Asked.bad("day", "Mốc đã xong phải có ngày.", "A step that is done has a day.");
    }
    if (state == AimAsked.State.DONE && day != null && day.isAfter(zones.today())) {
      throw Asked.bad(
          "day", "Ngày này chưa tới, mốc chưa thể xong.", "That day is yet to come: not done.");
    }
    AimAsked.Precision precision =
        asked.dayPrecision() == null
            ? AimAsked.Precision.DAY
            : Asked.oneOf("dayPrecision", AimAsked.Precision.class, asked.dayPrecision());
    return new AimJson.Milestone(
        0,
        zone,
        day,
        day == null ? null : precision.name(),
        state.name(),
        AimAsked.text("titleVi", asked.titleVi()),
        AimAsked.text("titleEn", asked.titleEn()),
        "",
        "",
        "",
        "OFFICIAL");
  }

  /** Adds who answers for this zone, instead of who answers for all. */
  @Transactional
  public AimJson responsible(String zone, AimAsked.Responsible asked, @Nullable String ifMatch) {
    String code = begin(zone, AimJson.Part.RESPONSIBLES, ifMatch);
    AimAsked.Role role =
        Asked.oneOf("role", AimAsked.Role.class, Asked.required("role", asked.role()));
    LocalDate from = Asked.day("validFrom", asked.validFrom());
    String nameVi = AimAsked.text("nameVi", asked.nameVi());
    writes.responsible(
        code,
        role.name(),
        nameVi,
        AimAsked.text("nameEn", asked.nameEn()),
        from,
        AimAsked.text("source", asked.source()),
        AimAsked.standing(asked.sourceStatus()),
        access.caller());
    return done(
        "conversion.responsible-set",
        code,
        Map.of("role", role, "nameVi", nameVi, "validFrom", from.toString()));
  }

  private LocalDate notToCome(String member, @Nullable String value) {
    LocalDate day = Asked.day(member, value);
    if (day.isAfter(zones.today())) {
      throw Asked.bad(member, "Ngày này chưa tới.", "That day is yet to come.");
    }
    return day;
  }

  /** The zone's code, once nobody else writes and nobody has since the officer read the part. */
  private String begin(String zone, AimJson.Part part, @Nullable String ifMatch) {
    String code = zones.get(zone).code();
    writes.waitForOthers();
    String present = store.versions(code).tag(part);
    if (ifMatch != null && !ifMatch.strip().equals("*") && !ifMatch.strip().equals(present)) {
      throw stale(present);
    }
    return code;
  }

  private static ProblemException stale(String present) {
    return ConversionProblem.STALE
        .with(
            "Người khác vừa sửa phần này sau lần bạn đọc.",
            "Somebody else has changed this part since you read it.")
        .field("If-Match")
        .remedy("Tải lại trang rồi sửa tiếp.", "Load the page again, then go on.")
        .with("etag", present);
  }

  private AimJson done(String action, String zone, Map<String, Object> detail) {
    audit.record(action, "zone", zone, detail);
    return aims.of(zone);
  }
}

package vn.khuxuong.conversion.aim;

import java.security.Principal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.conversion.ConvertingZones;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.tenancy.Asked;

/**
 * Officers write what a zone is to become: {@code POST /api/v1/conversions/{zone}/sectors}, {@code
 * …/eco-findings}, {@code …/milestones}. Nothing is changed: a later row counts from its day on.
 * Audited as {@code conversion.sector-set}, {@code conversion.eco-found}, {@code
 * conversion.milestone-set}.
 */
@RestController
@RequestMapping("/api/v1/conversions/{zone}")
@PreAuthorize("hasRole('OFFICER')")
public class AimController {
  private static final int LONGEST = 300;
  private static final double MOST = 1e6;

  private final ConvertingZones zones;
  private final Aims aims;
  private final AimStore store;
  private final Audit audit;

  AimController(ConvertingZones zones, Aims aims, AimStore store, Audit audit) {
    this.zones = zones;
    this.aims = aims;
    this.store = store;
    this.audit = audit;
  }

  private enum Aim {
    WANTED,
    PHASE_OUT,
    NEUTRAL
  }

  private enum Found {
    MET,
    NOT_MET,
    UNKNOWN
  }

  private enum State {
    DONE,
    PLANNED,
    UNKNOWN
  }

  /** A line of business that is wanted, phased out, or no longer judged, from a day on. */
  record SectorAsked(
      @Nullable String vsic,
      @Nullable String aim,
      @Nullable String validFrom,
      @Nullable String nameVi,
      @Nullable String nameEn,
      @Nullable String source) {}

  /** What was found by a test; evidence is needed unless it is unknown. */
  record FindingAsked(
      @Nullable String test,
      @Nullable String status,
      @Nullable Double value,
      @Nullable String evidence,
      @Nullable String asOf) {}

  /** A step; without a day it is not known when. */
  record MilestoneAsked(
      @Nullable String state,
      @Nullable String day,
      @Nullable String titleVi,
      @Nullable String titleEn,
      @Nullable String source,
      @Nullable Long replaces) {}

  /** Adds a row for a sector. */
  @PostMapping("/sectors")
  @Transactional
  public ResponseEntity<AimJson> sector(
      @PathVariable String zone, @RequestBody SectorAsked asked, Principal who) {
    String code = zones.get(zone).code();
    String vsic = Asked.required("vsic", asked.vsic());
    if (!vsic.matches("[0-9]{2,5}")) {
      throw Asked.bad(
          "vsic",
          "\"vsic\" phải là mã ngành VSIC từ 2 đến 5 chữ số.",
          "\"vsic\" must be a VSIC code of 2 to 5 digits.");
    }
    Aim aim = Asked.oneOf("aim", Aim.class, Asked.required("aim", asked.aim()));
    LocalDate from = Asked.day("validFrom", asked.validFrom());
    store.insertSector(
        code,
        vsic,
        aim.name(),
        from,
        text("nameVi", asked.nameVi()),
        text("nameEn", asked.nameEn()),
        text("source", asked.source()),
        who.getName());
    audit.record(
        "conversion.sector-set",
        "zone",
        code,
        Map.of("vsic", vsic, "aim", aim, "validFrom", from.toString()));
    return made(code);
  }

  /** Adds a finding. */
  @PostMapping("/eco-findings")
  @Transactional
  public ResponseEntity<AimJson> finding(
      @PathVariable String zone, @RequestBody FindingAsked asked, Principal who) {
    String code = zones.get(zone).code();
    String test = Asked.required("test", asked.test());
    if (!store.hasTest(test)) {
      throw Asked.bad(
          "test", "Không có tiêu chí nào mang mã này.", "No test has this code; see ecoTests.");
    }
    Found status = Asked.oneOf("status", Found.class, Asked.required("status", asked.status()));
    LocalDate asOf = Asked.day("asOf", asked.asOf());
    if (asOf.isAfter(zones.today())) {
      throw Asked.bad(
          "asOf", "Ngày đánh giá không được ở tương lai.", "A finding is not of a day to come.");
    }
    Double value = asked.value();
    if (value != null) {
      Asked.amount("value", value, MOST);
    }
    String evidence = status == Found.UNKNOWN ? null : text("evidence", asked.evidence());
    store.insertFinding(code, test, status.name(), value, evidence, asOf, who.getName());
    audit.record(
        "conversion.eco-found",
        "zone",
        code,
        Map.of("test", test, "status", status, "asOf", asOf.toString()));
    return made(code);
  }

  /** Adds a milestone. */
  @PostMapping("/milestones")
  @Transactional
  public ResponseEntity<AimJson> milestone(
      @PathVariable String zone, @RequestBody MilestoneAsked asked, Principal who) {
    String code = zones.get(zone).code();
    State state = Asked.oneOf("state", State.class, Asked.required("state", asked.state()));
    LocalDate day = asked.day() == null ? null : Asked.day("day", asked.day());
    String titleVi = text("titleVi", asked.titleVi());
    if (!store.insertMilestone(
        code,
        day,
        state.name(),
        titleVi,
        text("titleEn", asked.titleEn()),
        text("source", asked.source()),
        asked.replaces(),
        who.getName())) {
      throw Asked.bad(
          "replaces",
          "Mốc bị thay không thuộc khu này, hoặc đã được thay rồi.",
          "That milestone is not this zone's, or has been replaced already.");
    }
    audit.record(
        "conversion.milestone-set", "zone", code, Map.of("state", state, "titleVi", titleVi));
    return made(code);
  }

  private ResponseEntity<AimJson> made(String zone) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(aims.of(zone));
  }

  /** One line of text that says something. */
  private static String text(String member, @Nullable String value) {
    String text = Normalizer.normalize(Asked.required(member, value), Normalizer.Form.NFC).strip();
    if (text.isEmpty()
        || text.length() > LONGEST
        || text.chars().anyMatch(Character::isISOControl)) {
      throw Asked.bad(
          member,
          "\"" + member + "\" phải có từ 1 đến " + LONGEST + " ký tự, trên một dòng.",
          "\"" + member + "\" must have 1 to " + LONGEST + " characters, on one line.");
    }
    return text;
  }
}

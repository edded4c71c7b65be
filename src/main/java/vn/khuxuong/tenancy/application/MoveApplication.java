package vn.khuxuong.tenancy.application;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.tenancy.SizeClass;
import vn.khuxuong.tenancy.firm.CheckEligibility;
import vn.khuxuong.tenancy.firm.Faults;
import vn.khuxuong.tenancy.firm.Firm;
import vn.khuxuong.tenancy.firm.FirmAccess;
import vn.khuxuong.tenancy.firm.FirmStore;
import vn.khuxuong.tenancy.firm.LawStore;
import vn.khuxuong.tenancy.firm.PlaceStore;

/**
 * The steps of an application: the firm hands it in or takes it back, an officer decides. Each is
 * one transaction on the locked application, with its entry in the history and in the audit.
 */
@Component
public class MoveApplication {
  private static final int LONGEST_REASON = 1_000;

  /** Of more buildings than this nobody waits for a verdict; an officer looks instead. */
  private static final int MOST_BUILDINGS = 100;

  private final ApplicationStore applications;
  private final DocumentStore documents;
  private final ApplicationAccess access;
  private final FirmStore firms;
  private final LawStore law;
  private final PlaceStore places;
  private final CheckEligibility eligibility;
  private final Audit audit;
  private final JsonMapper json;

  MoveApplication(
      ApplicationStore applications,
      DocumentStore documents,
      ApplicationAccess access,
      FirmStore firms,
      LawStore law,
      PlaceStore places,
      CheckEligibility eligibility,
      Audit audit,
      JsonMapper json) {
    this.applications = applications;
    this.documents = documents;
    this.access = access;
    this.firms = firms;
    this.law = law;
    this.places = places;
    this.eligibility = eligibility;
    this.audit = audit;
    this.json = json;
  }

  /**
   * What the rules said when an application was handed in.
   *
   * @param forOfficer papers that an officer reads before the application is eligible
   * @param sizeClass of the firm, computed at that moment
   * @param rulesSha256 hash of the dated rules of law it rests on
   */
  record Said(
      boolean fits,
      int buildingsLookedAt,
      List<DocumentKind> forOfficer,
      SizeClass sizeClass,
      String rulesSha256,
      List<?> nearest) {}

  /** What an officer may decide; named as the status it leads to. */
  private enum Ruling {
    ELIGIBLE,
    INELIGIBLE,
    INCOMPLETE
  }

  /** What an application lacks, by the rules in force. */
  @Transactional(readOnly = true)
  List<Missing> missing(KeptApplication application) {
    Firm firm = firms.find(application.firmId()).orElseThrow();
    return missing(application, firm, documents.rules());
  }

  private List<Missing> missing(KeptApplication application, Firm firm, List<DocumentRule> rules) {
    Set<DocumentKind> has =
        documents.list(application.id()).stream()
            .map(DocumentStore.Document::kind)
            .collect(Collectors.toSet());
    return Completeness.missing(application, firm.certificateNo() != null, rules, has, law.today());
  }

  /**
   * Hands in an application of the caller's firm. The rules decide: where no place would do it is
   * INELIGIBLE, with every reason; where one would it is ELIGIBLE, or SUBMITTED while an officer
   * has papers to read.
   *
   * @throws ProblemException {@link ApplicationProblem#INCOMPLETE} with all that is {@code
   *     missing}, {@link ApplicationProblem#WRONG_STATUS}, {@link ApplicationProblem#STALE}
   */
  @Transactional
  KeptApplication submit(String code, @Nullable String ifMatch) {
    KeptApplication application = access.lockOwn(code);
    refuseStale(application, ifMatch);
    refuseUnless(Status.Step.SUBMIT, application);
    Firm firm = firms.find(application.firmId()).orElseThrow();
    List<DocumentRule> rules = documents.rules();
    List<Missing> missing = missing(application, firm, rules);
    if (!missing.isEmpty()) {
      throw ApplicationProblem.INCOMPLETE
          .with(
              "Đơn còn thiếu " + missing.size() + " mục: " + missing.get(0).vi(),
              "The application lacks " + missing.size() + ": " + missing.get(0).en())
          .field(missing.get(0).code())
          .remedy("Bổ sung các mục trong missing rồi nộp lại.", "Add what missing lists.")
          .with("missing", missing);
    }
    Wanted wanted = application.wanted();
    List<String> candidates = candidates(wanted, places.located());
    CheckEligibility.Judgement judged =
        eligibility.judge(wanted.needs(), candidates, wanted.floor());
    List<DocumentKind> forOfficer =
        Completeness.asked(application, firm.certificateNo() != null, rules).stream()
            .filter(DocumentRule::judgedByPerson)
            .map(DocumentRule::kind)
            .toList();
    SizeClass size = firm.facts(law.sizeLimits()).sizeClass();
    firms.setSizeClass(firm.id(), size);
    boolean allSeen = judged.fits() || candidates.size() < MOST_BUILDINGS;
    Status to =
        !judged.fits() && allSeen
            ? Status.INELIGIBLE
            : forOfficer.isEmpty() && allSeen ? Status.ELIGIBLE : Status.SUBMITTED;
    Said said =
        new Said(
            judged.fits(), judged.looked(), forOfficer, size, law.rulesSha256(), judged.nearest());
    return move(application, to, "application.submitted", null, json.writeValueAsString(said));
  }

  /**
   * Codes of the buildings that an application is judged by, the best first.
   *
   * @param located every building in the order of the codes
   */
  static List<String> candidates(Wanted wanted, List<PlaceStore.Located> located) {
    String building = wanted.building();
    if (building != null) {
      return List.of(building);
    }
    List<String> zones = wanted.zones();
    ToIntFunction<PlaceStore.Located> rank =
        place -> zones.contains(place.zone()) ? zones.indexOf(place.zone()) : zones.size();
    return located.stream()
        .filter(place -> wanted.acceptOther() || zones.contains(place.zone()))
        .sorted(Comparator.comparingInt(rank))
        .limit(MOST_BUILDINGS)
        .map(PlaceStore.Located::code)
        .toList();
  }

  /**
   * Takes an application of the caller's firm back.
   *
   * @throws ProblemException {@link ApplicationProblem#WRONG_STATUS}, {@link
   *     ApplicationProblem#BAD_APPLICATION} without a reason
   */
  @Transactional
  KeptApplication withdraw(String code, @Nullable String ifMatch, @Nullable String reason) {
    KeptApplication application = access.lockOwn(code);
    refuseStale(application, ifMatch);
    refuseUnless(Status.Step.WITHDRAW, application);
    return move(
        application, Status.WITHDRAWN, "application.withdrawn", reason(new Faults(), reason), null);
  }

  /**
   * Decides on an application that was handed in.
   *
   * @param decision ELIGIBLE, INELIGIBLE or INCOMPLETE
   * @param ifMatch entity tag of the application as the officer read it
   * @throws ProblemException {@link ApplicationProblem#UNKNOWN_APPLICATION}, {@link
   *     ApplicationProblem#NO_VERSION_GIVEN}, {@link ApplicationProblem#STALE}, {@link
   *     ApplicationProblem#WRONG_STATUS}, {@link ApplicationProblem#BAD_APPLICATION}
   */
  @Transactional
  KeptApplication decide(
      String code, @Nullable String ifMatch, @Nullable String decision, @Nullable String reason) {
    KeptApplication application = applications.lock(access.readable(code).id());
    FirmAccess.refuseUnseen(
        ifMatch, application.etag(), ApplicationProblem.NO_VERSION_GIVEN, ApplicationProblem.STALE);
    Faults faults = new Faults();
    Status to =
        faults
            .choice("decision", decision, Ruling.class)
            .map(ruling -> Status.valueOf(ruling.name()))
            .orElse(Status.SUBMITTED);
    String why = reason(faults, reason);
    if (!Status.after(Status.Step.DECIDE, application.status()).contains(to)) {
      throw ApplicationAccess.wrongStatus(application)
          .field("decision")
          .with("allowed", Status.after(Status.Step.DECIDE, application.status()));
    }
    Firm firm = firms.find(application.firmId()).orElseThrow();
    firms.setSizeClass(firm.id(), firm.facts(law.sizeLimits()).sizeClass());
    return move(application, to, "application.decided", why, null);
  }

  private static String reason(Faults faults, @Nullable String reason) {
    String why = faults.paragraphs("reason", reason, LONGEST_REASON);
    if (why.isEmpty()) {
      faults.add("reason", "Hãy nêu lý do.", "Give a reason.");
    }
    faults.refuse(ApplicationProblem.BAD_APPLICATION);
    return why;
  }

  private static void refuseStale(KeptApplication application, @Nullable String ifMatch) {
    if (ifMatch != null) {
      FirmAccess.refuseUnseen(
          ifMatch,
          application.etag(),
          ApplicationProblem.NO_VERSION_GIVEN,
          ApplicationProblem.STALE);
    }
  }

  private static void refuseUnless(Status.Step step, KeptApplication application) {
    if (Status.after(step, application.status()).isEmpty()) {
      throw ApplicationAccess.wrongStatus(application);
    }
  }

  private KeptApplication move(
      KeptApplication application,
      Status to,
      String action,
      @Nullable String reason,
      @Nullable String verdict) {
    applications.move(application, to, action, access.caller(), reason, verdict);
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("from", application.status());
    detail.put("to", to);
    if (reason != null) {
      detail.put("reason", reason);
    }
    audit.record(action, "application", application.code(), detail);
    return applications.get(application.id());
  }
}

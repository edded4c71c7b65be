package vn.khuxuong.tenancy.application;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.ProcessProblem;
import vn.khuxuong.tenancy.RequestKey;
import vn.khuxuong.tenancy.RequestStore;
import vn.khuxuong.tenancy.firm.Faults;
import vn.khuxuong.tenancy.firm.Firm;
import vn.khuxuong.tenancy.firm.FirmAccess;
import vn.khuxuong.tenancy.firm.FirmStore;

/** A firm writes what it asks for, until it hands it in. */
@Component
public class WriteApplication {
  /** More drafts than this is no firm that looks for room. */
  private static final int MOST_OPEN = 20;

  private final ApplicationStore applications;
  private final RequestStore requests;
  private final WantedStore wants;
  private final ApplicationAccess access;
  private final FirmAccess firmAccess;
  private final FirmStore firms;
  private final Audit audit;

  WriteApplication(
      ApplicationStore applications,
      RequestStore requests,
      WantedStore wants,
      ApplicationAccess access,
      FirmAccess firmAccess,
      FirmStore firms,
      Audit audit) {
    this.applications = applications;
    this.requests = requests;
    this.wants = wants;
    this.access = access;
    this.firmAccess = firmAccess;
    this.firms = firms;
    this.audit = audit;
  }

  /**
   * Makes a draft of the caller's firm.
   *
   * @param key name the client gave the request; when the caller's request of that name was
   *     answered already, because the answer was lost on the way, nothing is made again. Null for a
   *     request without a name
   * @throws ProblemException {@link ApplicationProblem#NO_FIRM}, {@link
   *     ApplicationProblem#TOO_MANY}, {@link ApplicationProblem#BAD_APPLICATION}, {@link
   *     ProcessProblem#KEY_REUSED}
   */
  @Transactional
  KeptApplication make(ApplicationAsked asked, @Nullable UUID key) {
    Firm firm =
        firmAccess
            .ownFirmId()
            .flatMap(firms::find)
            .orElseThrow(
                () ->
                    ApplicationProblem.NO_FIRM
                        .with(
                            "Tài khoản này chưa đăng ký doanh nghiệp.",
                            "This account has registered no firm yet.")
                        .remedy(
                            "Đăng ký trước: POST /api/v1/firms.",
                            "Register it first: POST /api/v1/firms."));
    applications.lockFirm(firm.id());
    RequestKey request = RequestKey.of(key, asked);
    Optional<Long> made =
        requests.findEarlier(RequestStore.Made.APPLICATIONS, access.caller(), request);
    if (made.isPresent()) {
      return applications.get(made.get());
    }
    if (applications.countOpen(firm.id()) >= MOST_OPEN) {
      throw ApplicationProblem.TOO_MANY
          .with(
              "Mỗi doanh nghiệp có tối đa " + MOST_OPEN + " đơn chưa nộp.",
              "A firm has at most " + MOST_OPEN + " applications that are not handed in.")
          .remedy("Nộp hoặc rút bớt đơn.", "Hand some in, or withdraw some.");
    }
    Wanted wanted = read(asked, firm.industry());
    long id = wants.insert(firm.id(), firm.dataStatus(), access.caller(), request, wanted);
    KeptApplication application = applications.get(id);
    audit.record(
        "application.drafted", "application", application.code(), Map.of("firm", firm.code()));
    return application;
  }

  /**
   * Writes over an application that is not handed in.
   *
   * @param ifMatch entity tag of the application as the caller saw it
   * @throws ProblemException {@link ApplicationProblem#UNKNOWN_APPLICATION}, {@link
   *     ApplicationProblem#WRONG_STATUS}, {@link ApplicationProblem#NO_VERSION_GIVEN}, {@link
   *     ApplicationProblem#STALE}, {@link ApplicationProblem#BAD_APPLICATION}
   */
  @Transactional
  KeptApplication change(String code, @Nullable String ifMatch, ApplicationAsked asked) {
    KeptApplication before = access.lockOpen(code);
    FirmAccess.refuseUnseen(
        ifMatch, before.etag(), ApplicationProblem.NO_VERSION_GIVEN, ApplicationProblem.STALE);
    Industry ofFirm = firms.find(before.firmId()).orElseThrow().industry();
    wants.update(before.id(), read(asked, ofFirm));
    KeptApplication after = applications.get(before.id());
    audit.record(
        "application.changed",
        "application",
        after.code(),
        Map.of("lockVersion", after.lockVersion()));
    return after;
  }

  private Wanted read(ApplicationAsked asked, Industry ofFirm) {
    Faults faults = new Faults();
    Wanted wanted = asked.read(faults, ofFirm);
    for (String zone : wants.unknownZones(wanted.zones())) {
      String shown = zone.length() > 20 ? zone.substring(0, 20) + "…" : zone;
      faults.add("zones", "Không có khu mã “" + shown + "”.", "There is no zone “" + shown + "”.");
    }
    String building = wanted.building();
    if (building != null && !wants.hasBuilding(building)) {
      faults.add("building", "Không có nhà xưởng này.", "There is no such building.");
    } else if (building != null
        && wanted.floor() != null
        && wanted.firstBay() != null
        && wanted.bayCount() != null) {
      Optional<Integer> bays =
          wants.countBays(building, wanted.floor(), wanted.firstBay(), wanted.bayCount());
      if (bays.isEmpty()) {
        faults.add(
            "floor", "Tầng không thuộc nhà xưởng này.", "The floor is not of this building.");
      } else if (!bays.get().equals(wanted.bayCount())) {
        faults.add("firstBay", "Tầng không có đủ các khoang này.", "The floor has no such bays.");
      }
    }
    faults.refuse(ApplicationProblem.BAD_APPLICATION);
    return wanted;
  }
}

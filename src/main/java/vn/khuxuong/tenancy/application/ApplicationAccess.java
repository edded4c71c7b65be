package vn.khuxuong.tenancy.application;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.tenancy.firm.FirmAccess;

/**
 * Who may see what of applications, for every door: a firm's people its own, officers what was
 * handed in. For everybody else an application does not exist.
 */
@Component
class ApplicationAccess {
  private static final Pattern CODE = Pattern.compile("HS-[0-9]{4,8}");

  private final ApplicationStore applications;
  private final FirmAccess firms;

  ApplicationAccess(ApplicationStore applications, FirmAccess firms) {
    this.applications = applications;
    this.firms = firms;
  }

  String caller() {
    return firms.caller();
  }

  /**
   * An application the caller may read.
   *
   * @throws ProblemException {@link ApplicationProblem#UNKNOWN_APPLICATION}
   */
  KeptApplication readable(String code) {
    return find(code)
        .filter(found -> isOwn(found) || (firms.isOfficer() && found.submittedAt() != null))
        .orElseThrow(ApplicationAccess::unknown);
  }

  /**
   * An application of the caller's own firm, locked until the transaction ends.
   *
   * @throws ProblemException {@link ApplicationProblem#UNKNOWN_APPLICATION}
   */
  KeptApplication lockOwn(String code) {
    return find(code)
        .filter(this::isOwn)
        .map(found -> applications.lock(found.id()))
        .orElseThrow(ApplicationAccess::unknown);
  }

  /**
   * An application of the caller's own firm that may still be changed, locked until the transaction
   * ends.
   *
   * @throws ProblemException {@link ApplicationProblem#UNKNOWN_APPLICATION}, {@link
   *     ApplicationProblem#WRONG_STATUS}
   */
  KeptApplication lockOpen(String code) {
    KeptApplication locked = lockOwn(code);
    if (!Status.isOpen(locked.status())) {
      throw wrongStatus(locked)
          .remedy(
              "Đơn đã nộp thì không sửa; rút đơn rồi lập đơn mới.",
              "What was handed in is not changed; withdraw it and make another.");
    }
    return locked;
  }

  /** An application in a status that does not allow what is asked. */
  static ProblemException wrongStatus(KeptApplication application) {
    return ApplicationProblem.WRONG_STATUS
        .with(
            "Đơn đang ở trạng thái " + application.status() + ".",
            "The application is " + application.status() + ".")
        .with("applicationStatus", application.status());
  }

  private Optional<KeptApplication> find(String code) {
    return CODE.matcher(code).matches() ? applications.find(code) : Optional.empty();
  }

  private boolean isOwn(KeptApplication application) {
    return firms.ownFirmId().filter(id -> id == application.firmId()).isPresent();
  }

  static ProblemException unknown() {
    return ApplicationProblem.UNKNOWN_APPLICATION
        .with("Không có đơn mang mã này.", "No application has this code.")
        .field("code")
        .remedy("Đơn của bạn ở /api/v1/applications.", "Yours are at /api/v1/applications.");
  }
}

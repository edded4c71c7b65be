package vn.khuxuong.tenancy.firm;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.problem.ProblemType;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.platform.web.EntityTag;
import vn.khuxuong.tenancy.FirmOfAccount;

/**
 * Who may see what of firms, for every door: an account its own firm, an officer every firm; for
 * everybody else a firm does not exist.
 */
@Component
public class FirmAccess {
  private static final String OWN = "me";
  private static final Pattern CODE = Pattern.compile("DN-[0-9]{4,8}");

  private final FirmStore firms;
  private final FirmOfAccount accounts;

  FirmAccess(FirmStore firms, FirmOfAccount accounts) {
    this.firms = firms;
    this.accounts = accounts;
  }

  /** Name of whoever asks, {@link Audit#SYSTEM} where nobody is signed in. */
  public String caller() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who == null ? Audit.SYSTEM : who.getName();
  }

  /** Whether the caller is an officer. */
  public boolean isOfficer() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    String officer = "ROLE_" + Role.OFFICER.name();
    return who != null
        && who.getAuthorities().stream().anyMatch(a -> officer.equals(a.getAuthority()));
  }

  /** Id of the caller's own firm. */
  public Optional<Long> ownFirmId() {
    return accounts.firmOf(caller());
  }

  /**
   * The caller's own firm.
   *
   * @throws ProblemException {@link FirmProblem#UNKNOWN_FIRM}
   */
  public Firm ownFirm() {
    return ownFirmId()
        .flatMap(firms::find)
        .orElseThrow(
            () ->
                FirmProblem.UNKNOWN_FIRM
                    .with(
                        "Tài khoản này chưa gắn với doanh nghiệp nào.",
                        "This account acts for no firm yet.")
                    .remedy(
                        "Đăng ký doanh nghiệp: POST /api/v1/firms.",
                        "Register your firm: POST /api/v1/firms."));
  }

  /**
   * A firm the caller may read and write.
   *
   * @param code of the firm; {@code me} is the caller's own
   * @throws ProblemException {@link FirmProblem#UNKNOWN_FIRM}, also where it is not the caller's
   */
  public Firm get(String code) {
    if (code.equals(OWN)) {
      return ownFirm();
    }
    Optional<Long> own = ownFirmId();
    return Optional.of(code)
        .filter(given -> CODE.matcher(given).matches())
        .flatMap(firms::find)
        .filter(firm -> isOfficer() || own.filter(id -> id == firm.id()).isPresent())
        .orElseThrow(
            () ->
                FirmProblem.UNKNOWN_FIRM
                    .with("Không có doanh nghiệp mang mã này.", "No firm has this code.")
                    .field("code")
                    .remedy(
                        "Hồ sơ của bạn ở /api/v1/firms/me.",
                        "Your own profile is at /api/v1/firms/me."));
  }

  /**
   * Lets only a change pass whose sender has seen the present state.
   *
   * @param ifMatch header {@code If-Match}, null where not sent
   * @param etag of the present state
   * @param missing problem where no tag is given, {@code *} included
   * @param stale problem where another one is given
   */
  public static void refuseUnseen(
      @Nullable String ifMatch, String etag, ProblemType missing, ProblemType stale) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      throw missing
          .with("Hãy cho biết bạn đang sửa phiên bản nào.", "Say which version you are changing.")
          .field("If-Match")
          .remedy(
              "Gửi If-Match với ETag của lần đọc sau cùng, ví dụ " + etag + ".",
              "Send If-Match with the ETag of your last reading, for example " + etag + ".");
    }
    if (!EntityTag.isAmong(ifMatch, etag)) {
      throw stale
          .with(
              "Đã có người sửa sau lần bạn đọc; thay đổi của bạn chưa được ghi.",
              "It was changed after you read it; your change was not written.")
          .field("If-Match")
          .remedy(
              "Đọc lại, ghép với thay đổi của bạn rồi gửi với " + etag + ".",
              "Read it again, merge your change and send it with " + etag + ".")
          .with("etag", etag);
    }
  }
}

package vn.khuxuong.tenancy.firm;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.tenancy.SizeClass;

/**
 * Registers firms and changes their profiles. The class of size is computed from the figures each
 * time, by the limits in force; one that a client sends is not read.
 */
@Component
public class KeepProfile {
  private final FirmStore firms;
  private final LawStore law;
  private final FirmAccess access;
  private final Audit audit;

  KeepProfile(FirmStore firms, LawStore law, FirmAccess access, Audit audit) {
    this.firms = firms;
    this.law = law;
    this.access = access;
    this.audit = audit;
  }

  /**
   * Registers the caller's firm; the caller acts for it from then on.
   *
   * @throws ProblemException {@link FirmProblem#BAD_PROFILE}, {@link FirmProblem#HAS_FIRM}, {@link
   *     FirmProblem#TAX_CODE_TAKEN}
   */
  @Transactional
  Firm register(FirmAsked asked) {
    firms.lockAccount(access.caller());
    if (access.ownFirmId().isPresent()) {
      throw FirmProblem.HAS_FIRM
          .with(
              "Tài khoản này đã đăng ký một doanh nghiệp.",
              "This account has registered a firm already.")
          .with("code", access.ownFirm().code())
          .remedy(
              "Sửa hồ sơ bằng PUT /api/v1/firms/me.",
              "Change its profile with PUT /api/v1/firms/me.");
    }
    Profile profile = read(asked, false);
    SizeClass size = size(profile);
    long id = firms.insert(profile, size).orElseThrow(KeepProfile::taxCodeTaken);
    firms.link(access.caller(), id);
    Firm made = firms.find(id).orElseThrow();
    audit.record(
        "firm.registered", "firm", made.code(), Map.of("sizeClass", size, "lockVersion", 1));
    return made;
  }

  /**
   * Writes the profile of a firm the caller may change.
   *
   * @param ifMatch entity tag of the profile as the caller saw it
   * @throws ProblemException {@link FirmProblem#UNKNOWN_FIRM}, {@link
   *     FirmProblem#NO_VERSION_GIVEN}, {@link FirmProblem#STALE}, {@link FirmProblem#BAD_PROFILE},
   *     {@link FirmProblem#TAX_CODE_TAKEN}
   */
  @Transactional
  Firm change(String code, @Nullable String ifMatch, FirmAsked asked) {
    Firm before = firms.lock(access.get(code).id()).orElseThrow();
    FirmAccess.refuseUnseen(
        ifMatch, before.etag(), FirmProblem.NO_VERSION_GIVEN, FirmProblem.STALE);
    Profile profile = read(asked, access.isOfficer());
    if (!profile.taxCode().equals(before.taxCode())) {
      refuseNewTaxCode(profile.taxCode(), before);
    }
    try {
      firms.update(before.id(), profile, size(profile));
    } catch (DuplicateKeyException e) {
      throw taxCodeTaken();
    }
    if (profile.confirmed() != null) {
      firms.confirm(before.id(), profile.confirmed());
    }
    Firm after = firms.find(before.id()).orElseThrow();
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("lockVersion", after.lockVersion());
    detail.put("sizeClassBefore", before.sizeClass());
    detail.put("sizeClass", after.sizeClass());
    if (profile.confirmed() != null) {
      detail.put("confirmed", profile.confirmed());
    }
    audit.record("firm.changed", "firm", after.code(), detail);
    return after;
  }

  private void refuseNewTaxCode(TaxCode code, Firm firm) {
    if (!access.isOfficer()) {
      Faults faults = new Faults();
      faults.add(
          "taxCode",
          "Mã số thuế không đổi được sau khi đăng ký; hãy báo cán bộ khu.",
          "A tax code cannot be changed once registered; tell the zone authority.");
      faults.refuse(FirmProblem.BAD_PROFILE);
    }
    if (firms.isTaken(code, firm.id())) {
      throw taxCodeTaken();
    }
  }

  private Profile read(FirmAsked asked, boolean officer) {
    Set<String> products =
        law.supportingProducts().stream()
            .map(LawStore.SupportingProduct::code)
            .collect(Collectors.toSet());
    LocalDate today = law.today();
    return asked.read(products, today, officer);
  }

  private SizeClass size(Profile profile) {
    return SizeRule.judge(profile.businessLine(), profile.evidence(), law.sizeLimits()).sizeClass();
  }

  private static ProblemException taxCodeTaken() {
    return FirmProblem.TAX_CODE_TAKEN
        .with(
            "Mã số thuế này đã thuộc một hồ sơ doanh nghiệp.",
            "A firm with this tax code is registered already.")
        .field("taxCode")
        .remedy(
            "Nhờ cán bộ khu gắn tài khoản của bạn với hồ sơ đó.",
            "Ask the zone authority to link your account to it.");
  }
}

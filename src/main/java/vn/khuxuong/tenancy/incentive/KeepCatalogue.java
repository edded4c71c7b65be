package vn.khuxuong.tenancy.incentive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Versions;
import vn.khuxuong.tenancy.firm.FirmAccess;
import vn.khuxuong.tenancy.firm.LawStore;

/**
 * Officers keep the catalogue: a new programme or a new version of one, its last day, how far its
 * source was read. Nothing that has counted is taken back. Every method answers with all versions
 * of the programme, and may refuse with STALE and BAD_BODY of tenancy.
 */
@Component
public class KeepCatalogue {
  private final CatalogueStore store;
  private final LawStore law;
  private final FirmAccess access;
  private final Audit audit;

  KeepCatalogue(CatalogueStore store, LawStore law, FirmAccess access, Audit audit) {
    this.store = store;
    this.law = law;
    this.access = access;
    this.audit = audit;
  }

  /**
   * Every version of a programme, the first first.
   *
   * @throws ProblemException NOT_FOUND where there is none
   */
  @Transactional(readOnly = true)
  public List<Programme> versions(String code) {
    List<Programme> found = store.versions(code);
    if (found.isEmpty()) {
      throw unknown("code");
    }
    return found;
  }

  /**
   * Records a version. The one before it ends on the day before. Audited as {@code
   * incentive.version-recorded}.
   *
   * @param ifMatch entity tag of the last version that the officer saw, null where not sent
   */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public List<Programme> record(ProgrammeAsked asked, @Nullable String ifMatch) {
    Programme made = asked.read(law.today());
    store.waitForOthers();
    List<Programme> before = store.versions(made.code());
    if (!before.isEmpty()) {
      Programme last = before.get(before.size() - 1);
      Versions.refuseStale(ifMatch, last.id(), last.version());
      if (!made.from().isAfter(last.from())) {
        throw Asked.bad(
            "from",
            "Đã có bản từ " + last.from() + "; bản mới phải bắt đầu sau ngày đó.",
            "There is a version from " + last.from() + "; a new one begins after that day.");
      }
      LocalDate until = last.until();
      if (until == null || !until.isBefore(made.from())) {
        store.end(last.id(), made.from().minusDays(1));
      }
    }
    store.insert(made, access.caller());
    audit.record(
        "incentive.version-recorded",
        "programme",
        made.code(),
        Map.of("from", made.from().toString(), "source", made.sourceVi()));
    return store.versions(made.code());
  }

  /**
   * Sets the last day of the last version. Audited as {@code incentive.ended}.
   *
   * @param until from its first day on
   */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public List<Programme> end(long id, LocalDate until, String reason, @Nullable String ifMatch) {
    Programme kept = lock(id, ifMatch);
    List<Programme> all = store.versions(kept.code());
    if (all.get(all.size() - 1).id() != id) {
      throw Asked.bad(
          "until",
          "Đã có bản sau bản này, nên ngày cuối của nó không đổi được nữa.",
          "A later version follows this one, so its last day cannot be moved any more.");
    }
    if (until.isBefore(kept.from())) {
      throw Asked.bad(
          "until",
          "Ngày cuối phải từ " + kept.from() + " trở đi.",
          "The last day must be " + kept.from() + " or later.");
    }
    store.end(id, until);
    audit.record(
        "incentive.ended",
        "programme",
        kept.code(),
        Map.of("until", until.toString(), "reason", reason));
    return store.versions(kept.code());
  }

  /** Says how far the source was read. Audited as {@code incentive.standing-set}. */
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public List<Programme> standing(long id, StandingAsked asked, @Nullable String ifMatch) {
    StandingAsked.Reading read = asked.read(law.today());
    Programme kept = lock(id, ifMatch);
    store.standing(id, read);
    audit.record(
        "incentive.standing-set",
        "programme",
        kept.code(),
        Map.of("from", kept.from().toString(), "status", read.status(), "reason", read.reason()));
    return store.versions(kept.code());
  }

  private Programme lock(long id, @Nullable String ifMatch) {
    store.waitForOthers();
    Programme kept = store.find(id).orElseThrow(() -> unknown("id"));
    Versions.refuseStale(ifMatch, id, kept.version());
    return kept;
  }

  private static ProblemException unknown(String field) {
    return ApiProblem.NOT_FOUND
        .with("Không có chương trình này.", "There is no such programme.")
        .field(field)
        .remedy("Danh mục ở /api/v1/incentives.", "The catalogue is at /api/v1/incentives.");
  }
}

package vn.khuxuong.tenancy.firm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ApiProblem;

/**
 * For officers: {@code GET /api/v1/firms?q=} finds firms by name, without accents, by tax code or
 * code; {@code POST /api/v1/firms/{code}/people} lets an account act for a firm that it has not
 * registered itself, such as a second person of the firm. Audited as {@code firm.person-added}.
 */
@RestController
public class DirectoryController {
  private static final int LONGEST = 100;
  private static final int MOST = 20;

  private final DirectoryStore directory;
  private final FirmAccess access;
  private final Audit audit;

  DirectoryController(DirectoryStore directory, FirmAccess access, Audit audit) {
    this.directory = directory;
    this.access = access;
    this.audit = audit;
  }

  /** Answer of the search; at most 20, the best first. */
  record Found(List<DirectoryStore.Entry> firms) {}

  /** The account that is to act for the firm. */
  record PersonAsked(@Nullable String username) {}

  /** Accounts that act for a firm. */
  record People(String firm, List<String> people) {}

  @GetMapping("/api/v1/firms")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<Found> search(@RequestParam(defaultValue = "") String q) {
    if (q.length() > LONGEST) {
      throw ApiProblem.BAD_PARAMETER
          .with(
              "Từ khóa dài quá " + LONGEST + " ký tự.",
              "The words are longer than " + LONGEST + " characters.")
          .field("q");
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Found(directory.search(q.strip(), MOST)));
  }

  /**
   * Lets an account act for a firm; done already it changes nothing.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException {@link FirmProblem#UNKNOWN_FIRM}, {@link
   *     FirmProblem#UNKNOWN_ACCOUNT}, {@link FirmProblem#HAS_FIRM}
   */
  @PostMapping("/api/v1/firms/{code}/people")
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional
  public ResponseEntity<People> link(@PathVariable String code, @RequestBody PersonAsked asked) {
    Firm firm = access.get(code);
    String name = asked.username() == null ? "" : asked.username().strip().toLowerCase(Locale.ROOT);
    if (!directory.lockFirmsPerson(name)) {
      throw FirmProblem.UNKNOWN_ACCOUNT
          .with(
              "Không có tài khoản doanh nghiệp mang tên này.",
              "No account of a firm's person has this name.")
          .field("username")
          .remedy(
              "Người đó tạo tài khoản ở trang Hồ sơ trước.",
              "The person makes an account on the page My files first.");
    }
    List<Long> firms = directory.firmsOf(name);
    if (!firms.isEmpty() && !firms.contains(firm.id())) {
      throw FirmProblem.HAS_FIRM
          .with(
              "Tài khoản này đã thuộc doanh nghiệp khác.",
              "This account acts for another firm already.")
          .field("username");
    }
    if (firms.isEmpty()) {
      directory.link(name, firm.id());
      audit.record("firm.person-added", "firm", firm.code(), Map.of("username", name));
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new People(firm.code(), directory.people(firm.id())));
  }
}

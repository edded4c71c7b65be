package vn.khuxuong.zoning.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.khuxuong.geo.Wkb;
import vn.khuxuong.maps.style.Style;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.zoning.draft.DraftState;
import vn.khuxuong.zoning.draft.DraftStates;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.plan.PlanAnswers;

/** Any plan version the caller may read, as a printed sheet. */
@RestController
class SheetController {
  /** Moves when the same plan is drawn in another way. */
  private static final String FORM = "khuxuong-sheet-1";

  private static final String CADASTRAL = "dia-chinh";
  private static final long PATIENCE_SECONDS = 20;

  private final PlanAccess access;
  private final PlanAnswers answers;
  private final DraftStates states;
  private final Styles styles;

  /** Drawings hold much memory: few at a time, the others wait. */
  private final Semaphore desks =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  SheetController(PlanAccess access, PlanAnswers answers, DraftStates states, Styles styles) {
    this.access = access;
    this.answers = answers;
    this.states = states;
    this.styles = styles;
  }

  /**
   * The sheet as PDF.
   *
   * @param scale denominator, the largest at which the zone fits where nothing is asked
   * @param paper {@code A4} to {@code A0}
   * @param orientation {@code landscape} or {@code portrait}
   * @param lang {@code vi} or {@code en}
   * @param palette {@code planning} or {@code cadastral}
   * @param center east,north in the legal CRS: one sheet around that point
   * @param revision an older state of the plan, for staff
   */
  @GetMapping("/api/v1/plans/{id}/sheet")
  @Nullable ResponseEntity<byte[]> sheet(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String scale,
      @RequestParam(defaultValue = "A1") String paper,
      @RequestParam(defaultValue = "landscape") String orientation,
      @RequestParam(required = false) @Nullable String lang,
      @RequestParam(defaultValue = "planning") String palette,
      @RequestParam(required = false) @Nullable String center,
      @RequestParam(required = false) @Nullable Integer revision,
      HttpServletRequest http,
      WebRequest web) {
    Plan plan = access.readable(id);
    SheetRequest request =
        SheetRequest.parse(scale, paper, orientation, lang, palette, center, Language.of(http));
    boolean staff = access.seesDrafts();
    int shown = revision == null ? plan.headRevision() : revision;
    DraftState state = state(plan, revision, staff);
    SheetPlan sheet =
        SheetPlan.of(plan, shown, state.zone(), state.list(), state.contentSha256(), staff);
    byte[] mark = mark(sheet, request);
    HttpHeaders headers = answers.headers(plan);
    String tag = HexFormat.of().formatHex(mark, 0, 8);
    String etag = plan.etag().replaceFirst("\"$", "-" + tag + "\"");
    headers.setETag(etag);
    if (web.checkNotModified(etag)) {
      return null;
    }
    Look look =
        new Look(
            style("subzones", request.cadastral() ? CADASTRAL : Styles.DEFAULT),
            style("zones", Styles.DEFAULT),
            styles.patterns());
    PrintSheet print = new PrintSheet(sheet, request, look);
    headers.setContentType(MediaType.APPLICATION_PDF);
    headers.setContentDisposition(ContentDisposition.inline().filename(print.fileName()).build());
    return ResponseEntity.ok()
        .headers(headers)
        .body(atDesk(print, ByteBuffer.wrap(mark).getLong()));
  }

  private DraftState state(Plan plan, @Nullable Integer revision, boolean staff) {
    if (revision == null) {
      return states.of(plan);
    }
    if (!staff) {
      throw unknown(revision);
    }
    return states.find(plan, revision).orElseThrow(() -> unknown(revision));
  }

  private static RuntimeException unknown(int revision) {
    return ApiProblem.NOT_FOUND
        .with(
            "Đồ án không có bản ghi " + revision + ".",
            "The plan has no revision " + revision + ".")
        .field("revision")
        .remedy(
            "Bỏ tham số revision để in bản hiện hành.",
            "Leave the parameter out to print the plan as it stands.");
  }

  private Style style(String style, String name) {
    return styles
        .find(style, name)
        .orElseThrow(() -> new IllegalStateException("no style " + style + " " + name));
  }

  /** Fingerprint of everything that is drawn. */
  private byte[] mark(SheetPlan sheet, SheetRequest request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String drawn =
          String.join(
              "\n",
              FORM,
              sheet.plan().toString(),
              String.valueOf(sheet.revision()),
              String.valueOf(sheet.names()),
              sheet.contentSha256(),
              sheet.zone().nameVi(),
              sheet.zone().nameEn(),
              request.toString(),
              styles.version());
      digest.update(drawn.getBytes(StandardCharsets.UTF_8));
      return digest.digest(Wkb.write(sheet.zone().outline()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] atDesk(PrintSheet print, long id) {
    try {
      if (!desks.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw ApiProblem.BUSY.with(
            "Đang in quá nhiều bản vẽ.", "Too many sheets are being printed.");
      }
      try {
        return print.pdf(id);
      } finally {
        desks.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiProblem.BUSY.with("Hệ thống đang dừng.", "The service is stopping.");
    }
  }
}

package vn.khuxuong.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.tenancy.incentive.Lack;
import vn.khuxuong.tenancy.incentive.Programme;
import vn.khuxuong.tenancy.incentive.Programmes;

/**
 * Serves {@code /incentives}, the catalogue of programmes, readable without scripts, and {@code
 * /indicators/support}, unmet demand for everybody and the work list of support for officers, whose
 * script reads the JSON API.
 */
@Controller
class SupportPageController {
  private final Programmes programmes;
  private final PageFrame frame;

  SupportPageController(Programmes programmes, PageFrames frames) throws Exception {
    this.programmes = programmes;
    this.frame = frames.frame("support", List.of("words", "form", "firm", "support"));
  }

  @GetMapping("/incentives")
  ResponseEntity<String> incentives(
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
      @RequestParam(required = false) @Nullable Lack lack,
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication who,
      CsrfToken token) {
    Words texts = frame.words(request);
    Programmes.Catalogue found = programmes.catalogue(on, lack);
    Map<String, Object> model = model("catalogue", texts, who, token);
    model.put("title", texts.text("incentives_page_title"));
    model.put("catalogue", true);
    model.put("on", found.on().toString());
    model.put("onText", texts.language().date(found.on()));
    model.put(
        "csv", "/api/v1/incentives?f=csv&on=" + found.on() + (lack == null ? "" : "&lack=" + lack));
    model.put(
        "lacks",
        java.util.Arrays.stream(Lack.values())
            .map(
                one ->
                    Map.of(
                        "code", one.name(),
                        "name", texts.language().choose(one.vi(), one.en()),
                        "chosen", one == lack))
            .toList());
    model.put("programmes", found.programmes().stream().map(one -> shown(one, texts)).toList());
    model.put("none", found.programmes().isEmpty());
    return frame.answer(HttpStatus.OK, request, response, texts, model);
  }

  @GetMapping("/indicators/support")
  ResponseEntity<String> support(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication who,
      CsrfToken token) {
    Words texts = frame.words(request);
    Map<String, Object> model = model("support", texts, who, token);
    model.put("title", texts.text("support_page_title"));
    model.put("catalogue", false);
    return frame.answer(HttpStatus.OK, request, response, texts, model);
  }

  private Map<String, Object> model(
      String view, Words texts, @Nullable Authentication who, CsrfToken token) {
    Person me = Person.of(who);
    Map<String, Object> model =
        frame.model(texts, Map.of("me", me, "view", view, "ownFirm", false));
    model.put("view", view);
    model.put("signedIn", me.isSignedIn());
    model.put("officer", me.isOfficer());
    // asking for the token makes the cookie that scripts answer with
    model.put("csrfParameter", token.getParameterName());
    model.put("csrfToken", token.getToken());
    return model;
  }

  private static Map<String, Object> shown(Programme one, Words texts) {
    Language language = texts.language();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("code", one.code());
    shown.put("name", language.choose(one.nameVi(), one.nameEn()));
    shown.put("kind", texts.text("kind_" + one.kind()));
    shown.put(
        "lacks",
        one.lacks().stream()
            .sorted()
            .map(lack -> language.choose(lack.vi(), lack.en()))
            .collect(Collectors.joining(", ")));
    shown.put("who", language.choose(one.whoVi(), one.whoEn()));
    shown.put("gives", language.choose(one.givesVi(), one.givesEn()));
    shown.put("amount", amount(one, texts));
    shown.put("until", language.choose(one.untilVi(), one.untilEn()));
    shown.put("force", force(one, texts));
    shown.put("body", language.choose(one.bodyVi(), one.bodyEn()));
    shown.put(
        "source",
        language.choose(one.sourceVi(), one.sourceEn())
            + (one.article() == null ? "" : ", " + texts.text("article", "n", one.article())));
    shown.put("confirmed", one.isConfirmed());
    String open = language == Language.VI ? one.openVi() : one.openEn();
    shown.put("open", open == null ? "" : open);
    shown.put("hasOpen", open != null);
    shown.put("checked", texts.text("checked_on", "date", language.date(one.checkedOn())));
    return shown;
  }

  private static String amount(Programme one, Words texts) {
    BigDecimal cut = one.cutPct();
    if (cut != null && one.cutMonths() != null) {
      return texts
          .text("amount_cut", "pct", texts.number(cut.doubleValue(), 2))
          .replace("{months}", String.valueOf(one.cutMonths()));
    }
    BigDecimal share = one.sharePct();
    return share == null
        ? ""
        : texts.text("amount_share", "pct", texts.number(share.doubleValue(), 2));
  }

  private static String force(Programme one, Words texts) {
    LocalDate until = one.until();
    return until == null
        ? texts.text("force_from", "from", texts.language().date(one.from()))
        : texts
            .text("force_between", "from", texts.language().date(one.from()))
            .replace("{until}", texts.language().date(until));
  }
}

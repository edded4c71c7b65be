package vn.khuxuong.portal;

import com.samskivert.mustache.Template;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.web.Language;

/**
 * What all pages have in common. Vietnamese unless the visitor chose English by {@code ?lang=en},
 * which a cookie keeps.
 */
record PageFrame(
    String assets,
    String leafletVersion,
    Map<String, Object> settings,
    Map<Language, Words> words,
    JsonMapper json,
    Template template) {
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  /** The words of the visitor's own choice; a browser's language is none. */
  Words words(HttpServletRequest request) {
    boolean cookie =
        request.getCookies() != null
            && Arrays.stream(request.getCookies()).anyMatch(one -> one.getName().equals("lang"));
    boolean chosen = request.getParameter("lang") != null || cookie;
    return words.get(chosen ? Language.of(request) : Language.VI);
  }

  /**
   * The template's values that every page has.
   *
   * @param more what the page's scripts need to start besides language, words and settings
   */
  Map<String, Object> model(Words texts, Map<String, ?> more) {
    Map<String, Object> data = new HashMap<>(more);
    data.put("lang", texts.language().tag());
    data.put("words", texts.texts());
    data.put("settings", settings);
    Map<String, Object> model = new HashMap<>();
    model.put("lang", texts.language().tag());
    model.put("vi", texts.language() == Language.VI);
    model.put("w", texts.texts());
    model.put("assets", assets);
    model.put("leafletVersion", leafletVersion);
    // JSON that cannot end the element it stands in
    model.put("pageData", json.writeValueAsString(data).replace("<", "\\u003c"));
    return model;
  }

  /** The page; it is asked for anew each time, since it stands in no address of its content. */
  ResponseEntity<String> answer(
      HttpStatus status,
      HttpServletRequest request,
      HttpServletResponse response,
      Words texts,
      Map<String, Object> model) {
    if (request.getParameter("lang") != null) {
      // beside other cookies: one among the entity's headers would take their place
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(texts.language()).toString());
    }
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noCache())
        .varyBy(HttpHeaders.COOKIE)
        .header(HttpHeaders.CONTENT_LANGUAGE, texts.language().tag())
        .body(template.execute(model));
  }

  private static ResponseCookie cookie(Language language) {
    return ResponseCookie.from("lang", language.tag())
        .path("/")
        .maxAge(Duration.ofDays(365))
        .sameSite("Lax")
        .build();
  }
}

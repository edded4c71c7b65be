package vn.khuxuong.platform.web;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server refuses before any controller sees it, such as an address that is none: a page
 * for people, a problem document for tools, and nothing of the server shows.
 */
public final class ServerRefusals extends ErrorReportValve {
  private static final String OUR_FAULT_VI = "Máy chủ không thực hiện được yêu cầu.";
  private static final String OUR_FAULT_EN = "The server could not do this.";
  private static final String UNREADABLE_VI = "Máy chủ không đọc được yêu cầu này.";
  private static final String UNREADABLE_EN = "The server cannot read this request.";

  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    int status = response.getStatus();
    if (status < HttpStatus.BAD_REQUEST.value()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    boolean page = RefusalPage.isWanted(request);
    try {
      response.setContentType(
          page ? MediaType.TEXT_HTML_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cache-Control", "no-store");
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(
            page
                ? page(status, RefusalPage.language(request))
                : JsonMapper.shared().writeValueAsString(document(status)));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException gone) {
      container.getLogger().debug("Nobody takes this refusal", gone);
    }
  }

  private static String page(int status, Language language) {
    boolean ours = status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
    return new String(
        RefusalPage.write(
            language,
            ours
                ? language.choose("Lỗi phía hệ thống", "Fault on our side")
                : language.choose("Không đọc được yêu cầu", "Not a readable request"),
            ours
                ? language.choose(OUR_FAULT_VI, OUR_FAULT_EN)
                : language.choose(UNREADABLE_VI, UNREADABLE_EN),
            null,
            0),
        StandardCharsets.UTF_8);
  }

  /** In both languages: which one is wanted cannot be read from every such request. */
  private static Map<String, Object> document(int status) {
    HttpStatus named = HttpStatus.resolve(status);
    boolean ours = status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "about:blank");
    document.put("title", named == null ? String.valueOf(status) : named.getReasonPhrase());
    document.put("status", status);
    document.put(
        "detail", ours ? OUR_FAULT_VI + " " + OUR_FAULT_EN : UNREADABLE_VI + " " + UNREADABLE_EN);
    return document;
  }
}

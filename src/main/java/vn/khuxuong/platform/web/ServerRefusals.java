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
 * What the server refuses before any controller sees it, such as an address that is none, as a
 * problem document: nothing of the server shows, and nothing a browser would take for a page.
 */
public final class ServerRefusals extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    int status = response.getStatus();
    if (status < HttpStatus.BAD_REQUEST.value()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cache-Control", "no-store");
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(JsonMapper.shared().writeValueAsString(document(status)));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException gone) {
      container.getLogger().debug("Nobody takes this refusal", gone);
    }
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
        "detail",
        ours
            ? "Máy chủ không thực hiện được yêu cầu. The server could not do this."
            : "Máy chủ không đọc được yêu cầu này. The server cannot read this request.");
    return document;
  }
}

package vn.khuxuong.maps.feature;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.web.EntityTag;

/**
 * Sends answers. All of them may be kept but must be asked after again: what they say can change
 * with the next publication.
 */
@Component
public class AnswerWriter {

  private final JsonMapper json;

  AnswerWriter(JsonMapper json) {
    this.json = json;
  }

  /** A document small enough to be known by a digest of its content. */
  public void document(
      Visit visit,
      Object document,
      String mediaType,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    content(visit, json.writeValueAsBytes(document), mediaType, request, response);
  }

  /** A page in the visit's language. */
  public void page(
      Visit visit, byte[] html, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    content(visit, html, MediaType.TEXT_HTML_VALUE + ";charset=UTF-8", request, response);
  }

  /** A page that says what is wrong with the request. */
  void refusal(Visit visit, byte[] html, HttpServletResponse response) throws IOException {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, visit.language().tag());
    response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
    response.getOutputStream().write(html);
  }

  /** Content that is known by its digest. */
  public static void content(
      Visit visit,
      byte[] content,
      String mediaType,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (isKnown(visit, EntityTag.of(content), request, response)) {
      return;
    }
    send(mediaType, response, content);
  }

  /**
   * Writes the headers that every answer has, 304 included.
   *
   * @return whether the asker has this answer already: 304 has been set and there is no more to do
   */
  public static boolean isKnown(
      Visit visit, String etag, HttpServletRequest request, HttpServletResponse response) {
    boolean open = visit.roles().isEmpty();
    response.setHeader(HttpHeaders.CACHE_CONTROL, open ? "no-cache" : "private, no-cache");
    response.addHeader(HttpHeaders.VARY, "Accept, Accept-Language, Authorization, Cookie");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, visit.language().tag());
    return new ServletWebRequest(request, response).checkNotModified(etag);
  }

  /** Sends the content. */
  public static void send(String mediaType, HttpServletResponse response, byte[] content)
      throws IOException {
    response.setStatus(HttpStatus.OK.value());
    response.setContentType(mediaType);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}

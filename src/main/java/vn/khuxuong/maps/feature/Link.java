package vn.khuxuong.maps.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/** A link as OGC API writes it (RFC 8288). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Link(
    String href,
    String rel,
    @Nullable String type,
    @Nullable String title,
    @Nullable String hreflang) {

  public static final String JSON = "application/json";
  public static final String GEO_JSON = "application/geo+json";
  public static final String SCHEMA_JSON = "application/schema+json";
  public static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
  public static final String HTML = "text/html";

  /** Characters; the server's head of an answer has room for twice as many. */
  private static final int MOST_ANNOUNCED = 4_000;

  /** A link without a language of its own. */
  public static Link of(String href, String rel, String type, String title) {
    return new Link(href, rel, type, title, null);
  }

  /**
   * Puts links into headers as well, where they fit: a long filter stands in all of them, and the
   * document has them anyway.
   */
  static void announce(List<Link> links, HttpServletResponse response) {
    List<String> headers = links.stream().map(Link::header).toList();
    if (headers.stream().mapToInt(String::length).sum() <= MOST_ANNOUNCED) {
      headers.forEach(header -> response.addHeader(HttpHeaders.LINK, header));
    }
  }

  /** As the value of a header {@code Link}; the title's letters are percent-encoded (RFC 8187). */
  private String header() {
    StringBuilder header = new StringBuilder("<").append(href).append(">; rel=\"").append(rel);
    header.append('"');
    if (type != null) {
      header.append("; type=\"").append(type).append('"');
    }
    if (title != null) {
      header.append("; title*=UTF-8''").append(UriUtils.encode(title, StandardCharsets.UTF_8));
    }
    return header.toString();
  }
}

package vn.khuxuong.maps.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
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

  /** A link without a language of its own. */
  public static Link of(String href, String rel, String type, String title) {
    return new Link(href, rel, type, title, null);
  }

  /** As the value of a header {@code Link}; the title's letters are percent-encoded (RFC 8187). */
  String header() {
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

package vn.khuxuong.maps.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

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
}

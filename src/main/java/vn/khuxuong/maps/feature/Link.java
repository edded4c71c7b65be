package vn.khuxuong.maps.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A link as OGC API writes it (RFC 8288). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Link(
    String href,
    String rel,
    @Nullable String type,
    @Nullable String title,
    @Nullable String hreflang) {

  static final String JSON = "application/json";
  static final String GEO_JSON = "application/geo+json";
  static final String SCHEMA_JSON = "application/schema+json";
  static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
  static final String HTML = "text/html";

  static Link of(String href, String rel, String type, String title) {
    return new Link(href, rel, type, title, null);
  }
}

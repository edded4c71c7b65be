package vn.khuxuong.maps.wfs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The formats of features. */
enum Output {
  GML(
      "application/gml+xml; version=3.2",
      Set.of(
          "text/xml;subtype=gml/3.2",
          "text/xml;subtype=gml/3.2.1",
          "gml32",
          "gml3.2",
          "text/xml",
          "application/gml+xml")),
  GEOJSON("application/json", Set.of("application/geo+json", "geojson", "json"));

  private final String mediaType;
  private final Set<String> others;

  Output(String mediaType, Set<String> others) {
    this.mediaType = mediaType;
    this.others = others;
  }

  String mediaType() {
    return mediaType;
  }

  /** All formats as the capabilities name them. */
  static List<String> names() {
    return List.of(
        GML.mediaType, "text/xml; subtype=gml/3.2", GEOJSON.mediaType, "application/geo+json");
  }

  /** The format that is asked for, GML if none is. */
  static Output of(Optional<String> wanted) {
    if (wanted.isEmpty()) {
      return GML;
    }
    // a plus sign in an address is a blank to who reads it
    String plain =
        wanted
            .get()
            .toLowerCase(Locale.ROOT)
            .replace("gml xml", "gml+xml")
            .replace("geo json", "geo+json")
            .replace(" ", "");
    for (Output output : values()) {
      if (output.mediaType.replace(" ", "").equals(plain) || output.others.contains(plain)) {
        return output;
      }
    }
    throw WfsException.invalid(
        "outputFormat",
        "không có " + WfsException.quoted(wanted.get()) + "; có " + String.join(", ", names()),
        "does not know "
            + WfsException.quoted(wanted.get())
            + "; there are "
            + String.join(", ", names()));
  }
}

package vn.khuxuong.maps.wms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.khuxuong.maps.wms.WmsException.Code;

/** The media types of answers, as advertised and as asked for. */
final class WmsFormats {
  static final String PNG = "image/png";
  static final String JSON = "application/json";
  static final String HTML = "text/html";
  static final String PLAIN = "text/plain";

  /** What GetFeatureInfo can answer, the usual first. */
  static final List<String> INFO = List.of(PLAIN, HTML, JSON);

  /** What GetLegendGraphic can answer. */
  static final List<String> LEGEND = List.of(PNG, JSON);

  private WmsFormats() {}

  /** The names of the ways to report exceptions. */
  static List<String> exceptions(WmsVersion version) {
    return version == WmsVersion.V1_3_0
        ? List.of("XML", "INIMAGE", "BLANK")
        : List.of(
            "application/vnd.ogc.se_xml",
            "application/vnd.ogc.se_inimage",
            "application/vnd.ogc.se_blank");
  }

  /** Whether exceptions are wanted as a picture, and then whether as an empty one. */
  static Optional<Boolean> blankPicture(Parameters parameters) {
    String wanted = parameters.find("EXCEPTIONS").orElse("XML").toLowerCase(Locale.ROOT);
    if (wanted.endsWith("blank")) {
      return Optional.of(true);
    }
    return wanted.endsWith("inimage") ? Optional.of(false) : Optional.empty();
  }

  /**
   * The wanted format.
   *
   * @param offered the first is the default
   */
  static String choose(Parameters parameters, String parameter, List<String> offered) {
    String wanted = parameters.find(parameter).orElse(offered.get(0));
    String type = wanted.split(";")[0].strip().toLowerCase(Locale.ROOT);
    if (!offered.contains(type)) {
      throw new WmsException(
          Code.INVALID_FORMAT,
          parameter
              + " không có "
              + WmsException.quoted(wanted)
              + "; có "
              + String.join(", ", offered)
              + ".",
          parameter
              + " does not know "
              + WmsException.quoted(wanted)
              + "; there are "
              + String.join(", ", offered)
              + ".",
          parameter);
    }
    return type;
  }
}

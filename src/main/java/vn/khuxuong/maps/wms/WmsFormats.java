package vn.khuxuong.maps.wms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.khuxuong.maps.gml.GmlVersion;
import vn.khuxuong.maps.picture.PictureFormat;
import vn.khuxuong.maps.wms.WmsException.Code;

/** The media types of answers, as advertised and as asked for. */
final class WmsFormats {
  static final String PNG = "image/png";
  static final String JSON = "application/json";
  static final String GEOJSON = "application/geo+json";
  static final String HTML = "text/html";
  static final String PLAIN = "text/plain";

  /** What GetMap can answer, the usual first. */
  static final List<PictureFormat> MAP =
      List.of(PictureFormat.PNG, PictureFormat.PNG8, PictureFormat.JPEG);

  /** What GetFeatureInfo can answer, the usual first. */
  static final List<String> INFO =
      List.of(PLAIN, HTML, JSON, GEOJSON, GmlVersion.V3_2.mediaType(), GmlVersion.V2.mediaType());

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

  /** The format of a picture. */
  static PictureFormat picture(Parameters parameters) {
    List<String> offered = MAP.stream().map(PictureFormat::mediaType).toList();
    return MAP.get(offered.indexOf(choose(parameters, "FORMAT", offered)));
  }

  /**
   * The wanted format; of two that differ in a parameter only, the one without unless the parameter
   * is there as well.
   *
   * @param offered the first is the default
   */
  static String choose(Parameters parameters, String parameter, List<String> offered) {
    String wanted = parameters.find(parameter).orElse(offered.get(0));
    String plain = plain(wanted);
    for (String type : offered) {
      if (plain(type).equals(plain)) {
        return type;
      }
    }
    String type = plain.split(";")[0];
    for (String one : offered) {
      if (plain(one).split(";")[0].equals(type)) {
        return one;
      }
    }
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

  /** A plus sign in an address is a blank to who reads it. */
  private static String plain(String type) {
    String lower = type.toLowerCase(Locale.ROOT).strip();
    lower = lower.replace("gml xml", "gml+xml").replace("geo json", "geo+json");
    return lower.equals("image/png8") ? "image/png;mode=8bit" : lower.replace(" ", "");
  }
}

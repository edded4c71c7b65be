package vn.khuxuong.maps.wfs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;

/**
 * A reference system as a request names it. The form of the name decides the order of axes: URNs
 * and {@code http://www.opengis.net/def/crs} mean the registry's, {@code EPSG:4326} and {@code
 * …/gml/srs/epsg.xml#4326} mean x, y.
 *
 * @param name as it is repeated in answers
 */
record SrsName(Crs crs, AxisOrder order, String name) {
  /** In which every feature type answers where nothing is asked; latitude comes first. */
  static final SrsName DEFAULT =
      new SrsName(Crs.EPSG_4326, AxisOrder.GML_URN, "urn:ogc:def:crs:EPSG::4326");

  private static final List<Crs> OTHERS =
      List.of(
          Crs.CRS84,
          Crs.EPSG_3857,
          Crs.EPSG_4756,
          Crs.EPSG_9210,
          Crs.EPSG_5897,
          Crs.EPSG_5899,
          Crs.EPSG_3405,
          Crs.EPSG_32648);

  /** The names of the systems besides the default. */
  static List<String> others() {
    return OTHERS.stream().map(SrsName::urn).toList();
  }

  private static String urn(Crs crs) {
    return crs == Crs.CRS84
        ? "urn:ogc:def:crs:OGC:1.3:CRS84"
        : "urn:ogc:def:crs:EPSG::" + crs.srid();
  }

  /**
   * Reads a name.
   *
   * @throws WfsException if there is no such system here
   */
  static SrsName parse(String text, String parameter) {
    Optional<Crs> crs = Crs.find(text);
    if (crs.isEmpty() || (crs.get() != Crs.EPSG_4326 && !OTHERS.contains(crs.get()))) {
      throw new WfsException(
          WfsException.Code.INVALID_PARAMETER,
          "Dịch vụ không có hệ tọa độ " + WfsException.quoted(text) + ".",
          "There is no reference system " + WfsException.quoted(text) + ".",
          parameter);
    }
    String form = text.strip().toLowerCase(Locale.ROOT);
    boolean registry = form.startsWith("urn:") || form.contains("/def/crs/");
    return new SrsName(crs.get(), registry ? AxisOrder.GML_URN : AxisOrder.GML_SHORT, text.strip());
  }
}

package vn.khuxuong.maps.wms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;

/** The two versions of the protocol, and what differs between them in a word. */
enum WmsVersion {
  V1_1_1(
      "1.1.1",
      AxisOrder.WMS_1_1_1,
      "SRS",
      "application/vnd.ogc.wms_xml",
      "application/vnd.ogc.se_xml"),
  V1_3_0("1.3.0", AxisOrder.WMS_1_3_0, "CRS", "text/xml", "text/xml");

  private static final List<Crs> SERVED =
      List.of(
          Crs.CRS84,
          Crs.EPSG_4326,
          Crs.EPSG_3857,
          Crs.EPSG_4756,
          Crs.EPSG_9210,
          Crs.EPSG_5897,
          Crs.EPSG_5899,
          Crs.EPSG_3405,
          Crs.EPSG_32648);
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?");

  private final String number;
  private final AxisOrder axisOrder;
  private final String crsParameter;
  private final String capabilitiesType;
  private final String exceptionType;

  WmsVersion(
      String number,
      AxisOrder axisOrder,
      String crsParameter,
      String capabilitiesType,
      String exceptionType) {
    this.number = number;
    this.axisOrder = axisOrder;
    this.crsParameter = crsParameter;
    this.capabilitiesType = capabilitiesType;
    this.exceptionType = exceptionType;
  }

  /**
   * The version to answer in, OGC 06-042, 6.2.4: the highest one not above the wanted one, the
   * lowest if all are above, the highest if none or something strange is wanted.
   */
  static WmsVersion negotiate(@Nullable String wanted) {
    Matcher numbers = NUMBERS.matcher(wanted == null ? "" : wanted.strip());
    if (!numbers.matches()) {
      return V1_3_0;
    }
    long patch = numbers.group(3) == null ? 0 : Long.parseLong(numbers.group(3));
    long rank =
        Long.parseLong(numbers.group(1)) * 100_000_000
            + Long.parseLong(numbers.group(2)) * 10_000
            + patch;
    return rank >= 100_030_000 ? V1_3_0 : V1_1_1;
  }

  /**
   * The version of a request for a map: the one it names, else told from the name of its CRS
   * parameter.
   */
  static WmsVersion of(Parameters parameters) {
    Optional<String> named = parameters.find("VERSION").or(() -> parameters.find("WMTVER"));
    if (named.isPresent()) {
      return negotiate(named.get());
    }
    boolean old = parameters.find("SRS").isPresent() && parameters.find("CRS").isEmpty();
    return old ? V1_1_1 : V1_3_0;
  }

  String number() {
    return number;
  }

  AxisOrder axisOrder() {
    return axisOrder;
  }

  String crsParameter() {
    return crsParameter;
  }

  String capabilitiesType() {
    return capabilitiesType;
  }

  String exceptionType() {
    return exceptionType;
  }

  /** The reference systems of maps, in the order of the capabilities. */
  List<Crs> referenceSystems() {
    return this == V1_1_1 ? SERVED.subList(1, SERVED.size()) : SERVED;
  }
}

package vn.khuxuong.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The coordinate reference systems this application speaks: WGS 84 in its usual forms and VN-2000
 * in all its legal ones.
 *
 * <p>Central meridians, scale factors and areas of use are those of the EPSG registry. Coordinates
 * handed to or from this package are x, y (longitude, latitude or east, north) whatever the CRS;
 * what a protocol writes is {@link AxisOrder}'s business. {@link #CRS84} and {@link #EPSG_4326}
 * therefore hold the same numbers here and differ at the doors only.
 */
public enum Crs {
  /** WGS 84, longitude first: GeoJSON's only CRS. */
  CRS84(
      Datum.WGS_84, 4326, "WGS 84, kinh độ trước", "WGS 84 longitude-latitude", -180, -90, 180, 90),
  /** WGS 84, latitude first where the protocol says so. */
  EPSG_4326(Datum.WGS_84, 4326, "WGS 84", "WGS 84", -180, -90, 180, 90),
  /** Web Mercator, for screens only: areas are 4.3 % too large in Ho Chi Minh City. */
  EPSG_3857(
      Datum.WGS_84,
      3857,
      "WGS 84 / Mercator cho bản đồ web",
      "WGS 84 / Pseudo-Mercator",
      -180,
      -85.06,
      180,
      85.06),
  /** VN-2000, latitude first where the protocol says so. */
  EPSG_4756(Datum.VN_2000, 4756, "VN-2000", "VN-2000", 102.14, 8.33, 109.53, 23.4),
  EPSG_9205(9205, 103.00, 102.14, 20.89, 103.99, 22.82),
  EPSG_9206(9206, 104.00, 103.21, 20.57, 105.03, 22.04),
  EPSG_9207(9207, 104.50, 103.4, 8.33, 105.54, 10.55),
  EPSG_9208(9208, 104.75, 103.53, 10.18, 105.86, 22.85),
  EPSG_9209(9209, 105.50, 104.33, 9.19, 106.69, 23.4),
  /** Legal CRS of the former Ho Chi Minh City and Bình Dương. */
  EPSG_9210(9210, 105.75, 105.26, 9.75, 107.8, 23.12),
  EPSG_9211(9211, 106.00, 104.83, 16.92, 107.03, 22.7),
  EPSG_9212(9212, 106.25, 106.41, 11.3, 107.43, 17.22),
  EPSG_9213(9213, 106.50, 105.43, 21.32, 106.25, 22.75),
  EPSG_9214(9214, 107.00, 105.88, 15.99, 108.24, 21.63),
  EPSG_9215(9215, 107.25, 106.09, 21.32, 107.37, 22.47),
  EPSG_9216(9216, 107.50, 107.33, 13.92, 108.55, 15.42),
  EPSG_9217(9217, 108.25, 108.55, 11.25, 109.53, 14.71),
  EPSG_9218(9218, 108.50, 107.2, 10.43, 109.52, 14.61),
  EPSG_5896(5896, 102.00, 102.14, 9.2, 103.51, 22.82),
  EPSG_5897(5897, 105.00, 103.5, 8.33, 106.51, 23.4),
  EPSG_5898(5898, 108.00, 106.5, 8.57, 109.53, 22.95),
  /** Legal CRS of the former Bà Rịa–Vũng Tàu. */
  EPSG_5899(5899, 107.75, 106.43, 8.57, 108.76, 21.67),
  EPSG_3405(Datum.VN_2000, 3405, 48, 102.14, 8.33, 108, 23.4),
  EPSG_3406(Datum.VN_2000, 3406, 49, 108, 10.43, 109.53, 21.56),
  EPSG_32648(Datum.WGS_84, 32648, 48, 102, 0, 108, 84),
  EPSG_32649(Datum.WGS_84, 32649, 49, 108, 0, 114, 84);

  /** How the earth is held: which of the two positions of the ellipsoid. */
  enum Datum {
    WGS_84("+datum=WGS84"),
    VN_2000("+ellps=WGS84 +towgs84=" + DatumShift.TOWGS84);

    private final String proj4;

    Datum(String proj4) {
      this.proj4 = proj4;
    }
  }

  /** Unit of both axes. */
  public enum Unit {
    DEGREE,
    METRE
  }

  private static final Pattern FORMS =
      Pattern.compile(
          "\\[?(?:"
              + "(?:urn:(?:x-)?ogc:def:crs:|https?://www\\.opengis\\.net/def/crs/)?"
              + "(?<authority>EPSG|CRS|OGC)(?:[:/][0-9.]*[:/]|[:/#])(?<code>[0-9]{2,6}|CRS84)"
              + "|https?://www\\.opengis\\.net/gml/srs/epsg\\.xml#(?<gml>[0-9]{4,6}))\\]?",
          Pattern.CASE_INSENSITIVE);

  private final Datum datum;
  private final int srid;
  private final String nameVi;
  private final String nameEn;
  private final double west;
  private final double south;
  private final double east;
  private final double north;

  @SuppressWarnings("Immutable") // never changes once made
  private final @Nullable TransverseMercator grid;

  private final String projectionProj4;

  @SuppressWarnings("Immutable") // never changes once made
  private final GeometryFactory geometryFactory;

  /** WGS 84 and VN-2000 geographic, and Web Mercator. */
  Crs(
      Datum datum,
      int srid,
      String nameVi,
      String nameEn,
      double west,
      double south,
      double east,
      double north) {
    this(
        datum,
        srid,
        nameVi,
        nameEn,
        west,
        south,
        east,
        north,
        null,
        srid == 3857
            ? "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m"
                + " +nadgrids=@null +wktext"
            : "+proj=longlat");
  }

  /** VN-2000 in a three-degree zone: scale 0.9999, false easting 500 km. */
  Crs(int srid, double meridian, double west, double south, double east, double north) {
    this(
        Datum.VN_2000,
        srid,
        "VN-2000 / TM-3 kinh tuyến trục " + degreesMinutes(meridian),
        "VN-2000 / TM-3 central meridian " + degreesMinutes(meridian),
        west,
        south,
        east,
        north,
        new TransverseMercator(meridian, 0.9999),
        "+proj=tmerc +lat_0=0 +lon_0="
            + trimmed(meridian)
            + " +k=0.9999 +x_0=500000 +y_0=0 +units=m");
  }

  /** A northern UTM zone. */
  Crs(Datum datum, int srid, int zone, double west, double south, double east, double north) {
    this(
        datum,
        srid,
        (datum == Datum.VN_2000 ? "VN-2000" : "WGS 84") + " / UTM múi " + zone + "N",
        (datum == Datum.VN_2000 ? "VN-2000" : "WGS 84") + " / UTM zone " + zone + "N",
        west,
        south,
        east,
        north,
        new TransverseMercator(zone * 6 - 183, 0.9996),
        "+proj=utm +zone=" + zone + " +units=m");
  }

  Crs(
      Datum datum,
      int srid,
      String nameVi,
      String nameEn,
      double west,
      double south,
      double east,
      double north,
      @Nullable TransverseMercator grid,
      String projectionProj4) {
    this.datum = datum;
    this.srid = srid;
    this.nameVi = nameVi;
    this.nameEn = nameEn;
    this.west = west;
    this.south = south;
    this.east = east;
    this.north = north;
    this.grid = grid;
    this.projectionProj4 = projectionProj4;
    this.geometryFactory = new GeometryFactory(new PrecisionModel(), srid);
  }

  /**
   * The CRS of an EPSG code.
   *
   * @throws GeoRefusal {@code UNKNOWN_CRS} when the code is none of those above
   */
  public static Crs ofEpsg(int epsg) {
    for (Crs crs : values()) {
      if (crs.srid == epsg && crs != CRS84) {
        return crs;
      }
    }
    throw unknown("EPSG:" + epsg);
  }

  /**
   * Reads {@code EPSG:9210}, {@code CRS:84}, {@code OGC:CRS84}, {@code urn:ogc:def:crs:EPSG::9210},
   * {@code http://www.opengis.net/def/crs/EPSG/0/9210} (http or https), {@code
   * http://www.opengis.net/def/crs/OGC/1.3/CRS84}, {@code
   * http://www.opengis.net/gml/srs/epsg.xml#9210} and any of them in the square brackets of a safe
   * CURIE; letters in any case. Empty for anything else, also for codes not served here.
   */
  public static Optional<Crs> find(String text) {
    Matcher form = FORMS.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    String code = form.group("gml") != null ? form.group("gml") : form.group("code");
    String authority = form.group("gml") != null ? "EPSG" : form.group("authority");
    if (!authority.equalsIgnoreCase("EPSG")) {
      boolean longitudeFirst = code.equalsIgnoreCase("CRS84") || code.equals("84");
      return longitudeFirst ? Optional.of(CRS84) : Optional.empty();
    }
    for (Crs crs : values()) {
      if (crs != CRS84 && code.equals(String.valueOf(crs.srid))) {
        return Optional.of(crs);
      }
    }
    return Optional.empty();
  }

  /**
   * As {@link #find}, for doors.
   *
   * @throws GeoRefusal {@code UNKNOWN_CRS}
   */
  public static Crs parse(String text) {
    return find(text).orElseThrow(() -> unknown(text));
  }

  private static GeoRefusal unknown(String text) {
    String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return new GeoRefusal(
        GeoRefusal.Code.UNKNOWN_CRS,
        "Không biết hệ tọa độ “" + shown + "”. Hãy dùng ví dụ EPSG:9210, EPSG:4326 hoặc CRS84.",
        "Unknown coordinate reference system “"
            + shown
            + "”. Use for example EPSG:9210, EPSG:4326 or CRS84.");
  }

  /** {@code EPSG:9210}, and {@code CRS:84} for {@link #CRS84}. */
  public String code() {
    return this == CRS84 ? "CRS:84" : "EPSG:" + srid;
  }

  /** The URI by which OGC API names it. */
  public String uri() {
    return this == CRS84
        ? "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
        : "http://www.opengis.net/def/crs/EPSG/0/" + srid;
  }

  /** The URN by which GML and old GeoJSON name it. */
  public String urn() {
    return this == CRS84 ? "urn:ogc:def:crs:OGC:1.3:CRS84" : "urn:ogc:def:crs:EPSG::" + srid;
  }

  /** Safe CURIE: {@code [EPSG:9210]}, {@code [OGC:CRS84]}. */
  public String curie() {
    return this == CRS84 ? "[OGC:CRS84]" : "[" + code() + "]";
  }

  /** SRID in the database; 4326 for {@link #CRS84}. */
  public int srid() {
    return srid;
  }

  /** Vietnamese name. */
  public String nameVi() {
    return nameVi;
  }

  /** English name. */
  public String nameEn() {
    return nameEn;
  }

  /** PROJ string with EPSG:6960 as TOWGS84 in position vector signs, as in the database's rows. */
  public String proj4() {
    String datumPart = this == EPSG_3857 ? "" : " " + datum.proj4;
    return projectionProj4 + datumPart + " +no_defs";
  }

  /** Well-known text (OGC 01-009), with EPSG:6960 as TOWGS84 for VN-2000; axes x, y. */
  public String wkt() {
    return CrsWkt.of(this);
  }

  /** Area of use in longitude and latitude on WGS 84, from the registry. */
  public BBox areaOfUse() {
    return new BBox(CRS84, west, south, east, north);
  }

  /** Unit of both axes. */
  public Unit unit() {
    return isGeographic() ? Unit.DEGREE : Unit.METRE;
  }

  /** Whether coordinates are longitude and latitude. */
  public boolean isGeographic() {
    return grid == null && this != EPSG_3857;
  }

  /** Whether areas and lengths in it have a meaning in Vietnamese law: VN-2000, projected. */
  public boolean isLegal() {
    return datum == Datum.VN_2000 && grid != null;
  }

  /** Makes geometries with floating precision and this SRID. Safe to share. */
  public GeometryFactory geometryFactory() {
    return geometryFactory;
  }

  Datum datum() {
    return datum;
  }

  @Nullable TransverseMercator grid() {
    return grid;
  }

  private static String degreesMinutes(double degrees) {
    long minutes = Math.round(degrees * 60);
    return String.format(Locale.ROOT, "%d°%02d′", minutes / 60, minutes % 60);
  }

  private static String trimmed(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}

package vn.khuxuong.geo;

/**
 * Well-known text of the coordinate reference systems in the form that files and old readers
 * understand (OGC 01-009). It names no axes: what it describes is x, y.
 */
final class CrsWkt {

  private static final String SPHEROID =
      "SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]]";

  private CrsWkt() {}

  static String of(Crs crs) {
    TransverseMercator grid = crs.grid();
    if (grid != null) {
      return "PROJCS[\"%s\",%s,PROJECTION[\"Transverse_Mercator\"],%s%s%s%s%sUNIT[\"metre\",1],%s]"
          .formatted(
              crs.nameEn(),
              geographic(crs.datum()),
              parameter("latitude_of_origin", 0),
              parameter("central_meridian", grid.centralMeridianDeg()),
              parameter("scale_factor", grid.scale()),
              parameter("false_easting", 500_000),
              parameter("false_northing", 0),
              authority(crs.srid()));
    }
    if (crs == Crs.EPSG_3857) {
      return "PROJCS[\"%s\",%s,PROJECTION[\"Mercator_1SP\"],%s%s%s%sUNIT[\"metre\",1],%s,%s]"
          .formatted(
              crs.nameEn(),
              geographic(crs.datum()),
              parameter("central_meridian", 0),
              parameter("scale_factor", 1),
              parameter("false_easting", 0),
              parameter("false_northing", 0),
              "EXTENSION[\"PROJ4\",\"" + crs.proj4() + "\"]",
              authority(crs.srid()));
    }
    return geographic(crs.datum());
  }

  private static String geographic(Crs.Datum datum) {
    boolean vietnam = datum == Crs.Datum.VN_2000;
    String shift = vietnam ? ",TOWGS84[" + DatumShift.TOWGS84 + "]" : "";
    return "GEOGCS[\"%s\",DATUM[\"%s\",%s%s,%s],%s,%s,%s]"
        .formatted(
            vietnam ? "VN-2000" : "WGS 84",
            vietnam ? "Vietnam_2000" : "WGS_1984",
            SPHEROID,
            shift,
            authority(vietnam ? 6756 : 6326),
            "PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]]",
            "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]]",
            authority(vietnam ? Crs.EPSG_4756.srid() : Crs.EPSG_4326.srid()));
  }

  private static String parameter(String name, double value) {
    String text = value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    return "PARAMETER[\"" + name + "\"," + text + "],";
  }

  private static String authority(int code) {
    return "AUTHORITY[\"EPSG\",\"" + code + "\"]";
  }
}

package vn.khuxuong.zoning.exchange;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.Crs;

/** Finds the CRS in what a file says of itself: a code, or WKT of any age. */
final class DeclaredCrs {
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:ID|AUTHORITY)\\[\"EPSG\",\\s*\"?([0-9]{4,6})\"?\\]\\]\\s*\\z");
  private static final Pattern MERIDIAN =
      Pattern.compile(
          "PARAMETER\\[\"(?:Longitude of natural origin|central_meridian)\",\\s*([0-9.]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SCALE =
      Pattern.compile(
          "PARAMETER\\[\"(?:Scale factor at natural origin|scale_factor)\",\\s*([0-9.]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern VIETNAM =
      Pattern.compile("VN.?2000|Viet ?nam", Pattern.CASE_INSENSITIVE);

  private DeclaredCrs() {}

  /** The CRS, empty where nothing is said or it is none of those served here. */
  static Optional<Crs> find(@Nullable String said) {
    if (said == null || said.isBlank()) {
      return Optional.empty();
    }
    if (said.length() < 200 && Crs.find(said).isPresent()) {
      return Crs.find(said);
    }
    Matcher authority = AUTHORITY.matcher(said.strip());
    if (authority.find()) {
      return Crs.find("EPSG:" + authority.group(1));
    }
    Matcher meridian = MERIDIAN.matcher(said);
    Matcher scale = SCALE.matcher(said);
    if (!meridian.find() || !scale.find()) {
      return VIETNAM.matcher(said).find() && said.startsWith("GEOG")
          ? Optional.of(Crs.EPSG_4756)
          : said.matches("(?s)GEOG.*WGS.?.?84.*") ? Optional.of(Crs.CRS84) : Optional.empty();
    }
    return projected(
        Double.parseDouble(meridian.group(1)),
        Double.parseDouble(scale.group(1)),
        VIETNAM.matcher(said).find() || said.contains("TOWGS84"));
  }

  private static Optional<Crs> projected(double meridian, double scale, boolean vietnam) {
    for (Crs crs : Crs.values()) {
      boolean tm3 = crs.nameEn().contains("TM-3") && Math.abs(scale - 0.9999) < 1e-9;
      boolean utm =
          crs.nameEn().contains("UTM")
              && Math.abs(scale - 0.9996) < 1e-9
              && crs.isLegal() == vietnam;
      Matcher own = Pattern.compile("\\+lon_0=([0-9.]+)|\\+zone=([0-9]+)").matcher(crs.proj4());
      if ((tm3 || utm) && own.find()) {
        double lon0 =
            own.group(1) != null
                ? Double.parseDouble(own.group(1))
                : Integer.parseInt(own.group(2)) * 6 - 183;
        if (Math.abs(lon0 - meridian) < 1e-6) {
          return Optional.of(crs);
        }
      }
    }
    return Optional.empty();
  }
}

package vn.khuxuong.geo;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;
import vn.khuxuong.geo.GeoRefusal.Code;

/** Well-known text, x first, with or without a leading {@code SRID=…;}. */
public final class Wkt {
  private static final Pattern SRID = Pattern.compile("(?i)\\s*SRID\\s*=\\s*([0-9]{1,6})\\s*;");

  private Wkt() {}

  /**
   * Reads one shape.
   *
   * @throws ShapeRefusal {@code NOT_WKT}, {@code WRONG_CRS} when the text's SRID is not that of the
   *     rules, or what is wrong with the shape
   */
  public static Geometry read(String text, ShapeRules rules) {
    ShapeBuilder builder = new ShapeBuilder(rules);
    builder.refuseMoreThanAllowed(text.chars().filter(c -> c == ',').count());
    String body = text;
    Matcher prefix = SRID.matcher(text);
    if (prefix.lookingAt()) {
      if (Integer.parseInt(prefix.group(1)) != rules.crs().srid()) {
        throw builder.refusal(
            Code.WRONG_CRS,
            "WKT ghi SRID " + prefix.group(1) + " nhưng cần " + rules.crs().code() + ".",
            "The WKT says SRID " + prefix.group(1) + " but " + rules.crs().code() + " is needed.",
            null);
      }
      body = text.substring(prefix.end());
    }
    Geometry parsed;
    try {
      parsed = new WKTReader(new RefusingFactory(builder)).read(body);
    } catch (ParseException | IllegalArgumentException e) {
      throw builder.refusal(
          Code.NOT_WKT,
          "Không đọc được WKT.",
          "This is no well-known text: " + firstLine(e.getMessage()),
          null);
    }
    return builder.judged(builder.rebuild(parsed));
  }

  /** Writes x, y with as many digits as it takes to read the same numbers back. */
  public static String write(Geometry shape) {
    return new WKTWriter(2).write(shape);
  }

  /** As {@link #write}, with {@code SRID=…;} in front. */
  public static String writeWithSrid(Geometry shape, Crs crs) {
    return String.format(Locale.ROOT, "SRID=%d;%s", crs.srid(), write(shape));
  }

  private static String firstLine(@org.jspecify.annotations.Nullable String message) {
    String line = message == null ? "" : message.lines().findFirst().orElse("");
    return line.length() > 120 ? line.substring(0, 120) + "…" : line;
  }

  /** Refuses a bad ring with its place, before JTS refuses it without one. */
  private static final class RefusingFactory extends GeometryFactory {
    private static final long serialVersionUID = 1L;
    private final transient ShapeBuilder builder;

    RefusingFactory(ShapeBuilder builder) {
      this.builder = builder;
    }

    @Override
    public LinearRing createLinearRing(CoordinateSequence points) {
      if (points.size() > 0) {
        Coordinate[] ring = points.toCoordinateArray();
        new ShapeBuilder(builder.rules()).ring(java.util.List.of(ring));
      }
      return super.createLinearRing(points);
    }
  }
}

package vn.khuxuong.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.khuxuong.portal.LocationStore.Outline;
import vn.khuxuong.portal.LocationStore.Place;
import vn.khuxuong.space.building.BuildingJson;

/**
 * A building in its zone as the unit sheet draws it: one unit a metre of the zone's legal CRS,
 * north upward, with grid crosses and a scale bar in the same CRS.
 *
 * @param box the view box
 * @param letters size of letters
 * @param crosses path of the grid crosses
 * @param bar path of the scale bar
 * @param barText its length
 * @param coordinates of the building, east before north
 */
record LocationPicture(
    String box,
    double letters,
    List<Outline> outlines,
    double x,
    double y,
    double radius,
    String crosses,
    String bar,
    double barX,
    double barY,
    String barText,
    String gridText,
    String coordinates,
    String commune,
    String sentence,
    boolean schematic,
    String errorText) {
  private static final double ASPECT = 0.66;
  private static final double MARGIN = 1.2;
  private static final double[] STEPS = {50, 100, 200, 500, 1000, 2000, 5000};

  static LocationPicture of(
      Place place, List<Outline> outlines, BuildingJson building, Words words) {
    double width =
        MARGIN * Math.max(place.east() - place.west(), (place.north() - place.south()) / ASPECT);
    double height = width * ASPECT;
    double left = (place.west() + place.east() - width) / 2;
    double top = -(place.south() + place.north() + height) / 2;
    double unit = width / 100;
    double step = step(width / 4);
    double barLength = step(width / 5);
    double barX = left + 3 * unit;
    double barY = top + height - 4 * unit;
    String crs = "EPSG:" + place.srid();
    return new LocationPicture(
        format("%.0f %.0f %.0f %.0f", left, top, width, height),
        3.4 * unit,
        outlines,
        place.buildingE(),
        -place.buildingN(),
        2.6 * unit,
        crosses(left, top, width, height, step, unit),
        format("M%.0f %.0fv%.0fh%.0fv%.0f", barX, barY - unit, unit, barLength, -unit),
        barX + barLength + 1.5 * unit,
        barY + unit / 2,
        distance(barLength, words),
        words.text("unit_grid").replace("{step}", distance(step, words)).replace("{crs}", crs),
        words
            .text("unit_coordinates")
            .replace("{east}", words.number(place.buildingE()))
            .replace("{north}", words.number(place.buildingN()))
            .replace("{crs}", crs),
        place.commune(),
        words
            .text("unit_map_sentence")
            .replace("{building}", words.language().choose(building.nameVi(), building.nameEn()))
            .replace("{zone}", building.zone().shortName()),
        place.errorKm() > 0,
        words.text("unit_schematic", "km", words.number(place.errorKm(), 1)));
  }

  private static String distance(double metres, Words words) {
    return metres >= 1000 ? words.number(metres / 1000, 1) + " km" : words.number(metres) + " m";
  }

  /** The largest round length that is no longer. */
  private static double step(double most) {
    double found = STEPS[0];
    for (double step : STEPS) {
      found = step <= most ? step : found;
    }
    return found;
  }

  private static String crosses(
      double left, double top, double width, double height, double step, double unit) {
    List<String> found = new ArrayList<>();
    for (double e = Math.ceil(left / step) * step; e < left + width; e += step) {
      for (double n = Math.ceil(top / step) * step; n < top + height; n += step) {
        found.add(
            format("M%.0f %.0fh%.0fM%.0f %.0fv%.0f", e - unit, n, 2 * unit, e, n - unit, 2 * unit));
      }
    }
    return String.join("", found);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}

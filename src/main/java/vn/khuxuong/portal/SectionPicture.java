package vn.khuxuong.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.khuxuong.space.building.BuildingJson;

/**
 * The section of a building as the unit sheet draws it: a bar per floor, lowest at the bottom, bays
 * as wide as they are large, the run of the sheet outlined.
 *
 * @param statuses that occur, for the legend
 */
record SectionPicture(
    String box,
    double ground,
    double width,
    List<Level> levels,
    Box chosen,
    List<Status> statuses,
    String sentence) {
  private static final double LABEL = 34;
  private static final double WIDTH = 300;
  private static final double RIGHT = 52;
  private static final double BAR = 15;
  private static final double STEP = 18;
  private static final double FOLD = 7;

  private static final Map<String, String> PATTERNS =
      Map.of("SOON", "p-soon", "HELD", "p-held", "OFFERED", "p-offered", "OUT", "p-out");
  private static final List<String> ORDER =
      List.of("FREE", "SOON", "HELD", "OFFERED", "LET", "ENDING", "OUT");

  /** A floor with the text to its right, and whether it is the floor of the sheet. */
  record Level(int level, double y, double text, String free, boolean here, List<Cell> cells) {}

  /** A bay; {@code fold} is the path of the folded corner of a lease that ends soon, or empty. */
  record Cell(double x, double y, double width, String kind, String pattern, String fold) {}

  record Box(double x, double y, double width, double height) {}

  /** A status with its class, pattern, folded corner and name. */
  record Status(String kind, String pattern, String fold, String name) {}

  /** Id of the pattern drawn over a status, empty without one. */
  static String pattern(String status) {
    return PATTERNS.getOrDefault(status, "");
  }

  /** The folded corner of what is let but soon is not, its upper right at a place; else empty. */
  static String fold(String status, double right, double top, double size) {
    return status.equals("ENDING")
        ? String.format(Locale.ROOT, "M%.1f %.1fh%.1fv%.1fz", right - size, top, size, size)
        : "";
  }

  static SectionPicture of(UnitRun run, Words words) {
    List<BuildingJson.Floor> floors =
        run.building().floors().stream()
            .sorted(Comparator.comparingInt(BuildingJson.Floor::level).reversed())
            .toList();
    double most = floors.stream().mapToDouble(BuildingJson.Floor::areaM2).max().orElse(1);
    List<Level> levels = new ArrayList<>();
    Box chosen = new Box(0, 0, 0, 0);
    for (BuildingJson.Floor floor : floors) {
      double y = 3 + levels.size() * STEP;
      List<Cell> cells = new ArrayList<>();
      double x = LABEL;
      double from = x;
      double to = x;
      boolean here = floor.level() == run.floor().level();
      for (BuildingJson.Bay bay : floor.bays()) {
        double wide = WIDTH * bay.areaM2() / most;
        cells.add(
            new Cell(
                round(x),
                y,
                round(wide - 1),
                bay.status().toLowerCase(Locale.ROOT),
                pattern(bay.status()),
                fold(bay.status(), x + wide - 1, y, FOLD)));
        from = here && bay.no() == run.first() ? x : from;
        x += wide;
        to = here && bay.no() == run.last() ? x : to;
      }
      if (here) {
        chosen = new Box(round(from - 2), y - 2, round(to - from + 3), BAR + 4);
      }
      String free = floor.freeM2() > 0 ? words.area(floor.freeM2()) : "–";
      levels.add(new Level(floor.level(), y, y + 11.5, free, here, cells));
    }
    double ground = 3 + levels.size() * STEP;
    return new SectionPicture(
        String.format(Locale.ROOT, "0 0 %.0f %.0f", LABEL + WIDTH + RIGHT, ground + 10),
        ground,
        LABEL + WIDTH + RIGHT,
        levels,
        chosen,
        ORDER.stream()
            .filter(
                status ->
                    floors.stream()
                        .flatMap(floor -> floor.bays().stream())
                        .anyMatch(bay -> bay.status().equals(status)))
            .map(
                status ->
                    new Status(
                        status.toLowerCase(Locale.ROOT),
                        pattern(status),
                        fold(status, 19.5, 0.5, FOLD),
                        words.text("status_" + status)))
            .toList(),
        words
            .text("unit_section_sentence")
            .replace("{n}", String.valueOf(floors.size()))
            .replace("{floor}", String.valueOf(run.floor().level()))
            .replace("{area}", words.area(run.building().freeM2())));
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}

package vn.khuxuong.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.khuxuong.space.building.BuildingJson;
import vn.khuxuong.space.building.FloorPlan;

/**
 * The plan of a floor as the unit sheet draws it, one unit a decimetre.
 *
 * @param box the view box
 * @param common the name of what is no bay, where there is such
 * @param north degrees clockwise from upward
 * @param northAt where the north arrow stands
 * @param barY where the scale bar lies, which is 10 m long
 */
record PlanPicture(
    String box,
    String plate,
    List<Word> common,
    List<Bay> bays,
    double north,
    String northAt,
    double barY,
    String sentence) {
  private static final int UNITS = 10;
  private static final int FOOT = 62;
  private static final int EDGE = 6;
  private static final int FOLD = 28;

  /** A text and its middle. */
  record Word(String text, double x, double y) {}

  /** A bay: its status as a class and a pattern, whether it is of the run, its number's place. */
  record Bay(
      int no,
      String path,
      String kind,
      String pattern,
      String fold,
      boolean chosen,
      double x,
      double y) {}

  static PlanPicture of(FloorPlan plan, UnitRun run, Words words) {
    List<Bay> bays = plan.bays().stream().map(bay -> bay(bay, run)).toList();
    double width = plan.widthM() * UNITS;
    double depth = plan.depthM() * UNITS;
    return new PlanPicture(
        String.format(
            Locale.ROOT, "%d %d %.0f %.0f", -EDGE, -EDGE, width + 2 * EDGE, depth + EDGE + FOOT),
        path(plan.plate()),
        plan.commonLabel() == null
            ? List.of()
            : List.of(
                new Word(
                    words.text("plan_common"),
                    plan.commonLabel().x() * UNITS,
                    plan.commonLabel().y() * UNITS)),
        // the chosen ones last, so that their outline lies on top
        Stream.concat(bays.stream().filter(bay -> !bay.chosen()), bays.stream().filter(Bay::chosen))
            .toList(),
        plan.northDeg(),
        String.format(Locale.ROOT, "%.0f %.0f", width - 24, depth + 32),
        depth + 30,
        words
            .text("unit_plan_sentence")
            .replace("{floor}", String.valueOf(plan.level()))
            .replace("{bays}", run.range()));
  }

  private static Bay bay(FloorPlan.Bay bay, UnitRun run) {
    String status =
        run.floor().bays().stream()
            .filter(one -> one.no() == bay.no())
            .map(BuildingJson.Bay::status)
            .findFirst()
            .orElse("OUT");
    return new Bay(
        bay.no(),
        path(bay.shape()),
        status.toLowerCase(Locale.ROOT),
        SectionPicture.pattern(status),
        fold(bay, status),
        run.has(bay.no()),
        bay.label().x() * UNITS,
        bay.label().y() * UNITS);
  }

  private static String fold(FloorPlan.Bay bay, String status) {
    FloorPlan.Position corner =
        bay.shape().rings().get(0).stream()
            .max(Comparator.comparingDouble(at -> at.x() - at.y()))
            .orElse(bay.label());
    return SectionPicture.fold(status, corner.x() * UNITS, corner.y() * UNITS, FOLD);
  }

  private static String path(FloorPlan.Shape shape) {
    return shape.rings().stream()
        .map(
            ring ->
                ring.stream()
                    .map(
                        at ->
                            String.format(Locale.ROOT, "%.1f %.1f", at.x() * UNITS, at.y() * UNITS))
                    .collect(Collectors.joining("L", "M", "Z")))
        .collect(Collectors.joining());
  }
}

package vn.khuxuong.space.claim;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A time line as CSV (RFC 4180), one line a period. */
final class TimelineCsv {
  private static final String HEADER =
      "bay,area_m2,status,from,to,deadline,sector_vi,sector_en,reason_vi,reason_en\r\n";

  private TimelineCsv() {}

  static String of(TimelineJson timeline) {
    return timeline.bays().stream()
        .flatMap(bay -> bay.periods().stream().map(period -> line(bay, period)))
        .collect(Collectors.joining("\r\n", HEADER, "\r\n"));
  }

  private static String line(TimelineJson.Bay bay, TimelineJson.Period period) {
    List<@Nullable Object> cells =
        Stream.<@Nullable Object>of(
                bay.no(),
                bay.areaM2(),
                period.status(),
                period.from(),
                period.to(),
                period.deadline(),
                period.sectorVi(),
                period.sectorEn(),
                period.reasonVi(),
                period.reasonEn())
            .toList();
    return cells.stream().map(TimelineCsv::cell).collect(Collectors.joining(","));
  }

  /** Quoted where needed; what a spreadsheet would take for a formula is not one. */
  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}

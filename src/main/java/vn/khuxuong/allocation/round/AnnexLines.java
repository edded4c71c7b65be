package vn.khuxuong.allocation.round;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of a round's annex. */
final class AnnexLines {
  private AnnexLines() {}

  static List<ClosedRounds.Line> of(
      List<RoundStore.Entry> entries,
      List<RoundJson.Placement> placements,
      List<RoundJson.Reason> reasons) {
    Map<String, List<RoundJson.Placement>> byApplication =
        placements.stream().collect(Collectors.groupingBy(RoundJson.Placement::application));
    Map<String, RoundJson.Reason> why = new HashMap<>();
    reasons.forEach(reason -> why.put(reason.application(), reason));
    List<ClosedRounds.Line> lines = new ArrayList<>();
    for (RoundStore.Entry entry : entries) {
      List<RoundJson.Placement> blocks = byApplication.getOrDefault(entry.application(), List.of());
      RoundJson.Reason reason = why.get(entry.application());
      lines.add(
          new ClosedRounds.Line(
              entry.application(),
              entry.place(),
              entry.points(),
              blocks.isEmpty() ? "" : blocks.get(0).buildingCode(),
              blocks.stream()
                  .map(b -> String.valueOf(b.level()))
                  .collect(Collectors.joining(" + ")),
              blocks.stream().map(AnnexLines::bays).collect(Collectors.joining(" + ")),
              blocks.isEmpty()
                  ? ""
                  : String.valueOf(blocks.stream().mapToInt(RoundJson.Placement::areaM2).sum()),
              blocks.isEmpty() ? "" : blocks.get(0).start(),
              reason == null ? null : reason.vi(),
              reason == null ? null : reason.en()));
    }
    return lines;
  }

  private static String bays(RoundJson.Placement block) {
    int last = block.firstBay() + block.bayCount() - 1;
    return block.bayCount() == 1 ? String.valueOf(last) : block.firstBay() + "–" + last;
  }
}

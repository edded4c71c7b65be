package vn.khuxuong.space.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.khuxuong.space.exchange.ImportReport.Change;
import vn.khuxuong.space.exchange.ImportReport.Change.What;

/** How a file differs from what there is: row by row, field by field. */
record Difference(
    List<Change> changes, List<Row> written, List<Row> removed, Map<What, Integer> counts) {

  static Difference of(List<Row> now, List<Row> file) {
    Map<String, Row> before = new LinkedHashMap<>();
    now.forEach(row -> before.put(row.key(), row));
    List<Change> changes = new ArrayList<>();
    List<Row> written = new ArrayList<>();
    Map<What, Integer> counts = new EnumMap<>(What.class);
    for (What what : What.values()) {
      counts.put(what, 0);
    }
    for (Row row : file) {
      Row old = before.remove(row.key());
      List<ImportReport.Difference> fields = old == null ? List.of() : fields(old, row);
      What what = old == null ? What.NEW : fields.isEmpty() ? What.UNCHANGED : What.CHANGED;
      counts.merge(what, 1, Integer::sum);
      if (what != What.UNCHANGED) {
        changes.add(new Change(row.key(), row.line(), what, fields));
        written.add(row);
      }
    }
    List<Row> removed = new ArrayList<>(before.values());
    removed.forEach(row -> changes.add(new Change(row.key(), 0, What.REMOVED, List.of())));
    counts.put(What.REMOVED, removed.size());
    return new Difference(changes, written, removed, counts);
  }

  private static List<ImportReport.Difference> fields(Row old, Row row) {
    List<ImportReport.Difference> fields = new ArrayList<>();
    for (Field field : row.kind().fields()) {
      String before = old.value(field.name());
      String after = row.value(field.name());
      if (!before.equals(after)) {
        fields.add(new ImportReport.Difference(field.name(), before, after));
      }
    }
    if (!row.hasShapeOf(old)) {
      fields.add(new ImportReport.Difference("geometry", null, null));
    }
    return fields;
  }
}

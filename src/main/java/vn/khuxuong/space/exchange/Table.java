package vn.khuxuong.space.exchange;

import java.util.ArrayList;
import java.util.List;

/** Rows that were read, and what could not be. */
record Table(List<Row> rows, List<Refusal> refusals) {
  Table {
    rows = new ArrayList<>(rows);
    refusals = new ArrayList<>(refusals);
  }

  List<Row> of(Kind kind) {
    return rows.stream().filter(row -> row.kind() == kind).toList();
  }
}

package vn.khuxuong.report.register;

import java.util.List;
import vn.khuxuong.report.ledger.Fault;
import vn.khuxuong.report.ledger.ProjectEvent;

/**
 * What a register was read as.
 *
 * @param events of the lines that can be recorded, in their order
 */
record Reading(Summary summary, List<ProjectEvent> events) {

  /**
   * The report that an officer looks at.
   *
   * @param numbers how separators of numbers were taken: VI, EN or UNKNOWN
   * @param unknownColumns headings that were passed over
   */
  record Summary(
      int rows,
      int good,
      int refused,
      String numbers,
      List<String> unknownColumns,
      List<Table.Note> notes,
      List<Line> lines) {}

  /**
   * A line of the file.
   *
   * @param project code as read, empty where it is not
   * @param faults why it cannot be recorded; empty for one that can
   * @param notes what an officer should look at all the same
   */
  record Line(
      int line,
      String project,
      String kind,
      String on,
      List<Fault> faults,
      List<Table.Note> notes) {}
}

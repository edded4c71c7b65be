package vn.khuxuong.space.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do, or did.
 *
 * @param building code, null where the file does not say it
 * @param applied whether it was done; a dry run and one with refusals changes nothing
 * @param base names the state of the building that the file was compared with
 * @param counts rows by what becomes of them
 * @param changes rows that are not the same, with the fields that differ; the first 500
 * @param refusals why it cannot be done
 */
record ImportReport(
    @Nullable String building,
    boolean applied,
    String base,
    Map<Change.What, Integer> counts,
    List<Change> changes,
    List<Refusal> refusals) {

  /**
   * A row that is not the same.
   *
   * @param line of the file, 0 for a row that is not in it
   */
  record Change(String key, int line, What what, List<Difference> fields) {
    /** What becomes of a row. */
    enum What {
      NEW,
      CHANGED,
      REMOVED,
      UNCHANGED
    }
  }

  /** A field with its value now and in the file; shapes are told without theirs. */
  record Difference(String field, @Nullable String before, @Nullable String after) {}
}

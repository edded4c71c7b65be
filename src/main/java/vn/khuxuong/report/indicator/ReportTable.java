package vn.khuxuong.report.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of the report for files and paper.
 *
 * @param name in addresses of files
 * @param rows numbers, dates and texts; null is an empty cell
 */
public record ReportTable(
    String name, String title, List<String> columns, List<List<@Nullable Object>> rows) {}

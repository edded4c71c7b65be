package vn.khuxuong.report.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.time.CivilTime;
import vn.khuxuong.platform.web.Language;

/**
 * What the dossier prints of a report, in Vietnamese.
 *
 * @param on day in force
 * @param knownAt moment of the knowledge, in words
 * @param illustrative whether illustrative projects are counted
 * @param notes what a reader must know of the figures
 * @param zones figures of the zones by code, by name
 */
public record DossierFigures(
    LocalDate on,
    String knownAt,
    boolean illustrative,
    List<String> notes,
    List<ReportTable> tables,
    Map<String, Map<String, Object>> zones) {

  /** Figures of a zone by their names, in order; empty where there are none. */
  public Map<String, Object> ofZone(String code) {
    return zones.getOrDefault(code, Map.of());
  }

  static DossierFigures of(Report report) {
    List<String> wanted =
        List.of(
            "points", "zone", "sector", "supports", "floors", "absorption", "lease-ends", "yields");
    List<ReportTable> tables =
        ReportTables.of(report, Language.VI).stream()
            .filter(table -> wanted.contains(table.name()))
            .map(DossierFigures::onPaper)
            .toList();
    Map<String, Map<String, Object>> zones = new LinkedHashMap<>();
    for (Figures.Floors floor : report.floors()) {
      Map<String, Object> own = zones.computeIfAbsent(floor.zone(), z -> new LinkedHashMap<>());
      own.put("Xưởng cho thuê, m²", floor.rentableM2());
      own.put("Xưởng trống, m²", floor.freeM2());
      own.put("Thuê mới trong năm, m²", floor.takenM2());
      own.put("Trả lại trong năm, m²", floor.returnedM2());
    }
    if (!report.breakdowns().isEmpty()) {
      for (Line line : report.by("zone").lines()) {
        Map<String, Object> own = zones.computeIfAbsent(line.key(), z -> new LinkedHashMap<>());
        own.put("Dự án đã chi tiết", line.projects());
        own.put("Vốn đã chi tiết, USD", line.capitalUsd());
      }
    }
    return new DossierFigures(
        report.on(),
        moment(report),
        report.illustrative(),
        notes(report),
        tables,
        Collections.unmodifiableMap(zones));
  }

  /** Ten columns are too many for a page: the two about later hand-over and holds stay in files. */
  private static ReportTable onPaper(ReportTable table) {
    if (!table.name().equals("floors")) {
      return table;
    }
    List<Integer> kept = List.of(1, 2, 3, 4, 7, 8, 9, 10);
    return new ReportTable(
        table.name(),
        table.title(),
        kept.stream().map(table.columns()::get).toList(),
        table.rows().stream()
            .map(
                row -> {
                  List<@Nullable Object> cells = new ArrayList<>();
                  kept.forEach(i -> cells.add(row.get(i)));
                  return cells;
                })
            .toList());
  }

  private static String moment(Report report) {
    var known = report.projectsKnown().atZoneSameInstant(CivilTime.ZONE);
    return String.format("%02d:%02d, ", known.getHour(), known.getMinute())
        + Language.VI.date(known.toLocalDate());
  }

  private static List<String> notes(Report report) {
    List<String> notes = new ArrayList<>();
    Opening published = report.published();
    if (published != null) {
      notes.add(published.sourceVi() + ".");
    }
    Report.Current current = report.current();
    if (current != null && report.projectsOn() != null) {
      notes.add(
          "Đến ngày "
              + Language.VI.date(report.projectsOn())
              + ", tạm tính theo sổ sự kiện: "
              + current.projects()
              + " dự án, biến động từ mốc công bố "
              + current.movedProjects()
              + " dự án.");
    }
    notes.add(
        "Số dư mở đầu không được bịa thành từng dự án: phần chưa chi tiết ghi thành một dòng riêng,"
            + " nên các khu cộng lại bằng toàn thành phố.");
    if (report.floorsIllustrative()) {
      notes.add("Số liệu về xưởng, hợp đồng và đơn chờ trong bản này là số minh họa.");
    }
    if (!report.staff()) {
      notes.add(
          "Số công bố theo quý: thay đổi chỉ được đưa vào khi trong mỗi ô có ít nhất 3 doanh nghiệp"
              + " thay đổi; phần còn lại chờ kỳ sau.");
    }
    return List.copyOf(notes);
  }
}

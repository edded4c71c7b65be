package vn.khuxuong.report.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.report.indicator.Figures.Floors;

/** The report as tables, in one language: the same numbers as on the page. */
final class ReportTables {
  private final Report report;
  private final Language language;

  private ReportTables(Report report, Language language) {
    this.report = report;
    this.language = language;
  }

  static List<ReportTable> of(Report report, Language language) {
    return new ReportTables(report, language).all();
  }

  private List<ReportTable> all() {
    List<ReportTable> tables = new ArrayList<>();
    tables.add(summary());
    tables.add(points());
    report.breakdowns().forEach(one -> tables.add(breakdown(one)));
    tables.add(floors());
    tables.add(
        table(
            "absorption",
            "Diện tích thuê và trả theo quý",
            "Space let and given back by quarter",
            List.of(
                say("Quý bắt đầu", "Quarter from"),
                say("Thuê mới, m²", "Let, m²"),
                say("Trả lại, m²", "Given back, m²"),
                say("Hấp thụ ròng, m²", "Net absorption, m²")),
            report.absorption().stream()
                .map(row -> row(row.quarter(), row.letM2(), row.returnedM2(), row.netM2()))
                .toList()));
    tables.add(
        table(
            "lease-ends",
            "Hợp đồng hết hạn theo năm",
            "Leases ending by year",
            List.of(say("Năm", "Year"), say("Hợp đồng", "Leases"), say("m²", "m²")),
            report.leaseEnds().stream()
                .map(row -> row(row.year(), row.leases(), row.areaM2()))
                .toList()));
    tables.add(
        table(
            "sizes",
            "Bên thuê theo quy mô",
            "Tenants by size",
            List.of(say("Quy mô", "Size"), say("Doanh nghiệp", "Firms"), "m²"),
            report.sizes().stream()
                .map(row -> row(row.sizeClass(), row.firms(), row.areaM2()))
                .toList()));
    tables.add(
        table(
            "yields",
            "Lao động và vốn trên m²",
            "Jobs and capital by m²",
            List.of(
                say("Khu", "Zone"),
                say("Dự án", "Projects"),
                "m²",
                say("Lao động/1.000 m²", "Jobs/1,000 m²"),
                "USD/m²"),
            report.yields().stream()
                .map(
                    row ->
                        row(
                            name(row.nameVi(), row.nameEn()),
                            row.projects(),
                            row.areaM2(),
                            row.jobsPerM2().movePointRight(3),
                            row.usdPerM2()))
                .toList()));
    tables.add(
        table(
            "terms",
            "Thời hạn đất các khu chuyển đổi",
            "Land terms of the zones in conversion",
            List.of(
                say("Mã", "Code"),
                say("Khu", "Zone"),
                "ha",
                say("Đến", "Until"),
                say("Độ chính xác", "Precision"),
                say("Dữ liệu", "Data status")),
            report.terms().stream()
                .map(
                    row ->
                        row(
                            row.zone(),
                            name(row.nameVi(), row.nameEn()),
                            row.grossHa(),
                            row.termEnd(),
                            row.precision(),
                            row.dataStatus()))
                .toList()));
    return tables;
  }

  private ReportTable summary() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rows.add(row(say("Tính đến ngày", "In force on"), report.on()));
    rows.add(row(say("Theo số liệu biết lúc", "As known at"), report.known().toString()));
    rows.add(row(say("Số dự án tính đến", "Projects are those of"), report.projectsOn()));
    rows.add(row(say("Theo số liệu biết lúc", "As known at"), report.projectsKnown().toString()));
    rows.add(
        row(
            say("Có tính dự án minh họa", "Illustrative projects count"),
            report.illustrative() ? say("có", "yes") : say("không", "no")));
    Opening published = report.published();
    if (published != null) {
      rows.add(row(say("Công bố ngày", "Published on"), published.validOn()));
      rows.add(row(say("Dự án đã công bố", "Projects published"), published.projects()));
      rows.add(row(say("Vốn đã công bố, USD", "Capital published, USD"), published.capitalUsd()));
      rows.add(row(say("Nguồn", "Source"), name(published.sourceVi(), published.sourceEn())));
    }
    Report.Current current = report.current();
    if (current != null) {
      rows.add(row(say("Dự án hiện nay", "Projects now"), current.projects()));
      rows.add(row(say("Vốn hiện nay, USD", "Capital now, USD"), current.capitalUsd()));
      rows.add(row(say("Dự án biến động từ mốc", "Projects moved since"), current.movedProjects()));
      rows.add(row(say("Vốn biến động, USD", "Capital moved, USD"), current.movedUsd()));
      rows.add(row(say("Vốn biến động, VND", "Capital moved, VND"), current.movedVnd()));
    }
    return table(
        "summary",
        "Tóm tắt",
        "Summary",
        List.of(say("Chỉ tiêu", "Indicator"), say("Giá trị", "Value")),
        rows);
  }

  private ReportTable points() {
    return table(
        "points",
        "Lũy kế theo thời gian",
        "Cumulated over time",
        List.of(
            say("Ngày", "Day"),
            say("Dự án", "Projects"),
            say("Vốn, USD", "Capital, USD"),
            say("Tình trạng", "Status")),
        report.points().stream()
            .map(
                row ->
                    row(
                        row.on(),
                        row.projects(),
                        row.capitalUsd(),
                        row.published()
                            ? say("đã công bố", "published")
                            : say("tạm tính", "provisional")))
            .toList());
  }

  private ReportTable breakdown(Breakdown one) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<Line> lines = new ArrayList<>(one.lines());
    lines.add(one.total());
    for (Line line : lines) {
      rows.add(
          row(
              line.key(),
              name(line.nameVi(), line.nameEn()),
              line.projects(),
              line.capitalUsd(),
              line.capitalVnd()));
    }
    return table(
        one.by(),
        title(one.by(), true),
        title(one.by(), false),
        List.of(
            say("Mã", "Code"),
            say("Tên", "Name"),
            say("Dự án", "Projects"),
            say("Vốn, USD", "Capital, USD"),
            say("Vốn, VND", "Capital, VND")),
        rows);
  }

  private static String title(String by, boolean vi) {
    return switch (by) {
      case "zone" -> vi ? "Dự án theo khu" : "Projects by zone";
      case "sector" -> vi ? "Dự án theo ngành" : "Projects by sector";
      case "year" -> vi ? "Dự án theo năm đăng ký" : "Projects by year of registration";
      case "origin" -> vi ? "Dự án theo nước đầu tư" : "Projects by origin";
      default -> vi ? "Theo giấy xác nhận và sản phẩm" : "By certificate and product";
    };
  }

  private ReportTable floors() {
    return table(
        "floors",
        "Xưởng theo khu",
        "Floor space by zone",
        List.of(
            say("Mã", "Code"),
            say("Khu", "Zone"),
            say("Cho thuê, m²", "For rent, m²"),
            say("Trống, m²", "Free, m²"),
            say("Đã thuê, m²", "Let, m²"),
            say("Giữ chỗ và mời thuê, m²", "On hold or offered, m²"),
            say("Sắp bàn giao, m²", "Handed over later, m²"),
            say("Thuê mới trong năm, m²", "Newly let this year, m²"),
            say("Trả lại trong năm, m²", "Given back this year, m²"),
            say("Đơn đang chờ", "Applications waiting"),
            say("Diện tích đang chờ, m²", "Waiting for, m²")),
        report.floors().stream().map(this::floor).toList());
  }

  private List<@Nullable Object> floor(Floors row) {
    return row(
        row.zone(),
        name(row.nameVi(), row.nameEn()),
        row.rentableM2(),
        row.freeM2(),
        row.letM2(),
        row.claimedM2(),
        row.soonM2(),
        row.takenM2(),
        row.returnedM2(),
        row.waiting(),
        row.waitingM2());
  }

  private ReportTable table(
      String name, String vi, String en, List<String> columns, List<List<@Nullable Object>> rows) {
    return new ReportTable(name, say(vi, en), columns, rows);
  }

  private String name(String vi, String en) {
    return language.choose(vi, en);
  }

  private String say(String vi, String en) {
    return language.choose(vi, en);
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }

  /** A number without an exponent and needless zeros, another value as its text. */
  static String text(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value == null ? "" : value.toString();
  }
}

package vn.khuxuong.zoning.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.khuxuong.geo.LegalArea;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.zoning.check.Finding;
import vn.khuxuong.zoning.check.Severity;

/** The report as aligned text for a terminal, in one language. */
final class CheckReportText {
  private static final int MOST_FINDINGS = 40;
  private static final int CODE_WIDTH = 17;
  private static final int WIDTH = 118;
  private static final int INDENT = 17;

  /** What needs attention first. */
  private static final List<Verdict.Status> RANKS =
      List.of(
          Verdict.Status.FAIL,
          Verdict.Status.WAIVED,
          Verdict.Status.PASS,
          Verdict.Status.NOT_APPLICABLE);

  private final StringBuilder text = new StringBuilder();
  private final CheckReport report;
  private final boolean vi;

  private CheckReportText(CheckReport report, Language language) {
    this.report = report;
    this.vi = language == Language.VI;
  }

  static String write(CheckReport report, Language language) {
    CheckReportText writer = new CheckReportText(report, language);
    writer.head();
    writer.findings();
    if (report.zone() != null) {
      writer.rules();
    }
    if (report.balance() != null) {
      writer.balance(report.balance());
    }
    writer.end();
    return writer.text.toString();
  }

  private String said(String vietnamese, String english) {
    return vi ? vietnamese : english;
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private void head() {
    line(
        report.zone() == null
            ? report.file()
            : report.zone().code()
                + "  "
                + said(report.zone().nameVi(), report.zone().nameEn())
                + "  "
                + report.file());
    line(
        report.pieces().size()
            + said(" đa giác, ", " polygons, ")
            + report.legal().code()
            + (report.ruleSetSha256() == null
                ? ""
                : said(", xét theo quy định ngày ", ", judged by the rules of ")
                    + report.judgedOn()
                    + said(", bộ quy định ", ", rule book ")
                    + report.ruleSetSha256().substring(0, 12)));
  }

  private void findings() {
    line("");
    line(
        said("HÌNH HỌC: ", "TOPOLOGY: ")
            + report.findings().size()
            + said(" lỗi, chặn ", " findings, blocking ")
            + report.blockingFindings());
    report.findings().stream().limit(MOST_FINDINGS).forEach(this::finding);
    int more = report.findings().size() - MOST_FINDINGS;
    if (more > 0) {
      line(said("  … và " + more + " nữa; --json cho đủ", "  … and " + more + " more; see --json"));
    }
  }

  private void finding(Finding finding) {
    line(
        "  "
            + padded(effect(finding.severity()), 9)
            + padded(finding.code().name(), CODE_WIDTH)
            + said(finding.messageVi(), finding.messageEn()));
  }

  private String effect(Severity severity) {
    return severity == Severity.BLOCKS ? said("CHẶN", "BLOCKS") : said("lưu ý", "advises");
  }

  private void rules() {
    line("");
    line(
        said("QUY ĐỊNH: ", "RULES: ")
            + report.count(Verdict.Status.PASS)
            + said(" đạt, ", " pass, ")
            + report.count(Verdict.Status.FAIL)
            + said(" không đạt (chặn ", " fail (blocking ")
            + report.blockingRules()
            + "), "
            + report.count(Verdict.Status.WAIVED)
            + said(" được miễn, ", " waived, ")
            + report.count(Verdict.Status.NOT_APPLICABLE)
            + said(" không áp dụng", " not applicable"));
    report.verdicts().stream()
        .sorted(Comparator.comparing(verdict -> RANKS.indexOf(verdict.status())))
        .forEach(this::rule);
  }

  private void rule(Verdict verdict) {
    boolean failed = verdict.status() == Verdict.Status.FAIL;
    wrapped(
        padded(failed ? effect(verdict.effect()) : status(verdict), 15)
            + padded(verdict.ruleId(), 25)
            + said(verdict.titleVi(), verdict.titleEn()),
        2);
    wrapped(said(verdict.textVi(), verdict.textEn()), INDENT);
    if (verdict.status() != Verdict.Status.NOT_APPLICABLE) {
      wrapped(
          said(verdict.source().titleVi(), verdict.source().titleEn())
              + ", "
              + said(verdict.source().articleVi(), verdict.source().articleEn())
              + (verdict.source().confirmed() ? "" : said(" (chưa xác nhận)", " (unconfirmed)")),
          INDENT);
    }
  }

  /** Breaks between words; what goes over is set under the text. */
  private void wrapped(String sentence, int indent) {
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    int room = line.length();
    for (String word : sentence.split("(?<=\\s)(?=\\S)")) {
      if (line.length() > room && line.length() + word.stripTrailing().length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(" ".repeat(INDENT));
        room = line.length();
      }
      line.append(word);
    }
    line(line.toString());
  }

  private String status(Verdict verdict) {
    return switch (verdict.status()) {
      case PASS -> said("đạt", "pass");
      case FAIL -> said("KHÔNG ĐẠT", "FAIL");
      case WAIVED -> said("được miễn", "waived");
      case NOT_APPLICABLE -> said("không áp dụng", "not applicable");
    };
  }

  private void balance(Balance balance) {
    line("");
    line(said("CÂN BẰNG SỬ DỤNG ĐẤT, ha", "LAND-USE BALANCE, ha"));
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("", ""));
    for (Integer phase : balance.phases()) {
      head.add(
          phase == null ? said("không phân kỳ", "no phase") : said("giai đoạn ", "phase ") + phase);
    }
    head.add(said("tổng", "total"));
    head.add("%");
    rows.add(head);
    balance.rows().forEach(row -> rows.add(cells(row)));
    rows.add(cells(balance.total()));
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ");
      line.append(padded(row.get(0), 4)).append(padded(row.get(1), 28));
      for (String cell : row.subList(2, row.size())) {
        line.append(" ".repeat(Math.max(1, 15 - cell.length()))).append(cell);
      }
      line(line.toString());
    }
    LegalArea whole = new LegalArea(balance.zoneM2(), report.legal());
    line(
        said("  Ranh khu ", "  Zone outline ")
            + number(Balance.hectares(balance.zoneM2()))
            + said(" ha, chưa quy hoạch ", " ha, not planned ")
            + number(Balance.hectares(balance.unplannedM2()))
            + " ha. "
            + said(whole.methodVi(), whole.methodEn()));
  }

  private List<String> cells(Balance.Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(Balance.label(row.landUse()));
    cells.add(
        row.landUse() == null
            ? said("Tổng", "Total")
            : said(row.landUse().nameVi(), row.landUse().nameEn()));
    row.byPhaseM2().forEach(m2 -> cells.add(number(Balance.hectares(m2))));
    cells.add(number(row.areaHa()));
    cells.add(number(row.sharePct()));
    return cells;
  }

  private String number(BigDecimal value) {
    return vi ? value.toPlainString().replace('.', ',') : value.toPlainString();
  }

  private void end() {
    line("");
    line(
        report.blocks()
            ? said("BỊ CHẶN: ", "BLOCKED: ")
                + report.blockingFindings()
                + said(" lỗi hình học, ", " topology findings, ")
                + report.blockingRules()
                + said(" quy định", " rules")
            : said("Không có gì chặn đồ án.", "Nothing blocks."));
  }

  private static String padded(String word, int width) {
    return word + " ".repeat(Math.max(1, width - word.length()));
  }
}

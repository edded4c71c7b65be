package vn.khuxuong.allocation.export;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import vn.khuxuong.allocation.round.ClosedRounds.Annex;
import vn.khuxuong.allocation.round.ClosedRounds.Line;
import vn.khuxuong.platform.web.Language;

/** The list of an annex as rows of texts, the first of them the heading. */
final class AnnexTable {
  private static final int AREA = 7;
  private static final int START = 8;

  private AnnexTable() {}

  /** The rows; with reasons where the annex has them. */
  static List<List<String>> rows(Annex annex, Language language) {
    boolean reasons = annex.rows().stream().anyMatch(line -> line.reasonVi() != null);
    List<List<String>> rows = new ArrayList<>();
    List<String> heading =
        new ArrayList<>(
            List.of(
                language.choose("Thứ tự", "Place"),
                language.choose("Mã hồ sơ", "Application"),
                language.choose("Điểm", "Points"),
                language.choose("Kết quả", "Result"),
                language.choose("Nhà xưởng", "Building"),
                language.choose("Tầng", "Floor"),
                language.choose("Khoang", "Bays"),
                language.choose("Diện tích (m²)", "Area (m²)"),
                language.choose("Từ tháng", "From")));
    if (reasons) {
      heading.add(language.choose("Lý do", "Reason"));
    }
    rows.add(heading);
    for (Line line : annex.rows()) {
      boolean placed = !line.building().isEmpty();
      List<String> row =
          new ArrayList<>(
              List.of(
                  String.valueOf(line.place()),
                  line.application(),
                  String.valueOf(line.points()),
                  placed
                      ? language.choose("Được xếp", "Placed")
                      : language.choose("Chưa xếp", "Not placed"),
                  line.building(),
                  line.floor(),
                  line.bays(),
                  line.areaM2(),
                  line.start()));
      if (reasons) {
        String reason = language == Language.VI ? line.reasonVi() : line.reasonEn();
        row.add(reason == null ? "" : reason);
      }
      rows.add(row);
    }
    return rows;
  }

  /** What stands above the list: names and values, numbers as programs read them. */
  static List<List<String>> facts(Annex annex, Language language) {
    return facts(annex, language, String::valueOf, annex.gapPct(), annex.checker());
  }

  /** The same as people read it. */
  static List<List<String>> printedFacts(Annex annex, Language language) {
    NumberFormat numbers = NumberFormat.getInstance(language.locale());
    String checker =
        annex.checker().equals("FEASIBLE") ? language.choose("đạt", "passed") : annex.checker();
    return facts(
        annex, language, numbers::format, numbers.format(new BigDecimal(annex.gapPct())), checker);
  }

  /** A row of the list as people read it: 1.088 m², 03/2027. */
  static List<String> printedRow(List<String> row, Language language) {
    List<String> printed = new ArrayList<>(row);
    if (!row.get(AREA).isEmpty()) {
      NumberFormat numbers = NumberFormat.getInstance(language.locale());
      printed.set(AREA, numbers.format(Long.parseLong(row.get(AREA))));
      YearMonth from = YearMonth.parse(row.get(START));
      printed.set(START, from.format(DateTimeFormatter.ofPattern("MM/uuuu", Locale.ROOT)));
    }
    return printed;
  }

  private static List<List<String>> facts(
      Annex annex, Language language, LongFunction<String> number, String gap, String checker) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of(language.choose("Đợt", "Round"), annex.code()));
    facts.add(
        List.of(
            language.choose("Được xếp", "Placed"),
            annex.placed()
                + " / "
                + annex.firms()
                + " · "
                + number.apply(annex.placedM2())
                + " m²"));
    facts.add(
        List.of(
            language.choose("Điểm, cận trên, khoảng cách", "Objective, bound, gap"),
            number.apply(annex.objective())
                + " · "
                + number.apply(annex.bound())
                + " · "
                + gap
                + " %"));
    annex
        .quotas()
        .forEach(
            quota ->
                facts.add(
                    List.of(
                        language.choose("Chỉ tiêu ", "Quota ")
                            + language.choose(quota.group().vi(), quota.group().en()),
                        number.apply(quota.givenM2())
                            + " / "
                            + number.apply(quota.atLeastM2())
                            + " m² "
                            + (quota.met()
                                ? language.choose("(đạt)", "(met)")
                                : language.choose("(không đạt)", "(missed)")))));
    facts.add(
        List.of(
            language.choose("Bộ giải, hạt giống", "Engine, seed"),
            annex.engine() + " · " + annex.seed()));
    facts.add(List.of(language.choose("Kiểm tra độc lập", "Independent checker"), checker));
    facts.add(
        List.of(
            language.choose("SHA-256 quy tắc", "SHA-256 of the rule set"),
            annex.rulesSha256() == null ? "" : annex.rulesSha256()));
    facts.add(
        List.of(language.choose("SHA-256 đầu vào", "SHA-256 of the input"), annex.inputSha256()));
    facts.add(
        List.of(language.choose("SHA-256 kết quả", "SHA-256 of the result"), annex.resultSha256()));
    facts.add(
        List.of(language.choose("Mắt xích cuối của chuỗi", "Head of the chain"), annex.head()));
    return facts;
  }
}

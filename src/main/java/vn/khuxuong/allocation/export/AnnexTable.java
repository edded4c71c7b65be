package vn.khuxuong.allocation.export;

import java.util.ArrayList;
import java.util.List;
import vn.khuxuong.allocation.round.ClosedRounds.Annex;
import vn.khuxuong.allocation.round.ClosedRounds.Line;
import vn.khuxuong.platform.web.Language;

/** The list of an annex as rows of texts, the first of them the heading. */
final class AnnexTable {
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

  /** What stands above the list: names and values. */
  static List<List<String>> facts(Annex annex, Language language) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of(language.choose("Đợt", "Round"), annex.code()));
    facts.add(
        List.of(
            language.choose("Được xếp", "Placed"),
            annex.placed() + " / " + annex.firms() + " · " + annex.placedM2() + " m²"));
    facts.add(
        List.of(
            language.choose("Điểm, cận trên, khoảng cách", "Objective, bound, gap"),
            annex.objective() + " · " + annex.bound() + " · " + annex.gapPct() + " %"));
    annex
        .quotas()
        .forEach(
            quota ->
                facts.add(
                    List.of(
                        language.choose("Chỉ tiêu ", "Quota ")
                            + language.choose(quota.group().vi(), quota.group().en()),
                        quota.givenM2()
                            + " / "
                            + quota.atLeastM2()
                            + " m² "
                            + (quota.met()
                                ? language.choose("(đạt)", "(met)")
                                : language.choose("(không đạt)", "(missed)")))));
    facts.add(
        List.of(
            language.choose("Bộ giải, hạt giống", "Engine, seed"),
            annex.engine() + " · " + annex.seed()));
    facts.add(List.of(language.choose("Kiểm tra độc lập", "Independent checker"), annex.checker()));
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

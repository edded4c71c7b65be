package vn.khuxuong.conversion.scenario;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.conversion.tenant.Verdict;
import vn.khuxuong.tenancy.Asked;

/**
 * A what-if as it is asked for.
 *
 * @param from number of the one it is forked from, null for the real state
 * @param terms null for none, or for those of the one it is forked from; likewise verdicts
 */
record ScenarioAsked(
    @Nullable String name,
    @Nullable String note,
    @Nullable Long from,
    @Nullable List<@Nullable Term> terms,
    @Nullable List<@Nullable Told> verdicts) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NOTE = 1000;
  private static final int MOST_YEARS = 50;
  private static final int MOST_ROWS = 500;

  /** A longer land term. */
  record Term(@Nullable String zone, @Nullable Integer years) {}

  /** Another verdict. */
  record Told(
      @Nullable String zone,
      @Nullable String firm,
      @Nullable String verdict,
      @Nullable String leaveBy) {}

  String checkedName() {
    String text = Normalizer.normalize(Asked.required("name", name), Normalizer.Form.NFC).strip();
    if (text.isEmpty()
        || text.length() > LONGEST_NAME
        || text.chars().anyMatch(Character::isISOControl)) {
      throw Asked.bad(
          "name",
          "Tên phải có từ 1 đến " + LONGEST_NAME + " ký tự.",
          "The name must have 1 to " + LONGEST_NAME + " characters.");
    }
    return text;
  }

  String checkedNote() {
    String text = note == null ? "" : note.strip();
    if (text.length() > LONGEST_NOTE || text.indexOf('\0') >= 0) {
      throw Asked.bad(
          "note",
          "Ghi chú dài quá " + LONGEST_NOTE + " ký tự.",
          "The note is longer than " + LONGEST_NOTE + " characters.");
    }
    return text;
  }

  List<ScenarioJson.Extension> checkedTerms() {
    return rows("terms", terms).stream()
        .map(
            one ->
                new ScenarioJson.Extension(
                    Asked.required("terms.zone", one.zone()),
                    Asked.whole("terms.years", one.years(), 0, MOST_YEARS)))
        .filter(one -> one.years() > 0)
        .toList();
  }

  List<ScenarioJson.Change> checkedVerdicts() {
    return rows("verdicts", verdicts).stream().map(ScenarioAsked::change).toList();
  }

  private static ScenarioJson.Change change(Told told) {
    Verdict verdict =
        Asked.oneOf(
            "verdicts.verdict", Verdict.class, Asked.required("verdicts.verdict", told.verdict()));
    LocalDate leaveBy =
        told.leaveBy() == null ? null : Asked.day("verdicts.leaveBy", told.leaveBy());
    if (leaveBy != null && verdict != Verdict.MOVE) {
      throw Asked.bad(
          "verdicts.leaveBy", "Chỉ di dời mới có ngày rời đi.", "Only MOVE has a day to leave by.");
    }
    return new ScenarioJson.Change(
        Asked.required("verdicts.zone", told.zone()),
        Asked.required("verdicts.firm", told.firm()),
        verdict,
        leaveBy);
  }

  private static <T> List<T> rows(String member, @Nullable List<@Nullable T> rows) {
    if (rows == null) {
      return List.of();
    }
    if (rows.size() > MOST_ROWS) {
      throw Asked.bad(
          member, "Nhiều nhất " + MOST_ROWS + " dòng.", "At most " + MOST_ROWS + " rows.");
    }
    return rows.stream().map(row -> Asked.required(member, row)).toList();
  }
}

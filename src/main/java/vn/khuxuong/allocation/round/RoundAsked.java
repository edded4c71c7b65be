package vn.khuxuong.allocation.round;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.Asked;

/**
 * Body of {@code POST /api/v1/rounds} and {@code PUT /api/v1/rounds/{id}}.
 *
 * @param code for example {@code 2027-1}
 * @param referenceMonth month 0 of the problem, {@code yyyy-MM}
 * @param dataStatus OFFICIAL, SCHEMATIC or ILLUSTRATIVE; OFFICIAL where left out
 * @param deadline moment at which applications close
 */
record RoundAsked(
    @Nullable String code,
    @Nullable String titleVi,
    @Nullable String titleEn,
    @Nullable String referenceMonth,
    @Nullable String dataStatus,
    @Nullable String deadline,
    @Nullable CriteriaAsked criteria) {
  private static final Pattern CODE = Pattern.compile("[0-9]{4}-[0-9]{1,3}");
  private static final int LONGEST_TITLE = 200;

  private enum DataStatus {
    OFFICIAL,
    SCHEMATIC,
    ILLUSTRATIVE
  }

  RoundAsked withCode(String kept) {
    return new RoundAsked(kept, titleVi, titleEn, referenceMonth, dataStatus, deadline, criteria);
  }

  RoundStore.Draft draft(CriteriaJson json, Criteria usual, String username) {
    String key = Asked.required("code", code);
    if (!CODE.matcher(key).matches()) {
      throw Asked.bad("code", "Mã đợt dạng 2027-1.", "The code of a round looks like 2027-1.");
    }
    return new RoundStore.Draft(
        key,
        title("titleVi", titleVi),
        title("titleEn", titleEn),
        month("referenceMonth", referenceMonth).atDay(1),
        dataStatus == null
            ? DataStatus.OFFICIAL.name()
            : Asked.oneOf("dataStatus", DataStatus.class, dataStatus).name(),
        json.write(criteria == null ? usual : criteria.over(usual)),
        deadline == null ? null : Asked.moment("deadline", deadline),
        username);
  }

  /** A month, {@code yyyy-MM}. */
  static YearMonth month(String member, @Nullable String value) {
    try {
      YearMonth month = YearMonth.parse(Asked.required(member, value));
      if (month.getYear() >= 2000 && month.getYear() <= 2200) {
        return month;
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw Asked.bad(
        member,
        "\"" + member + "\" phải là tháng dạng 2027-01.",
        "\"" + member + "\" must be a month like 2027-01.");
  }

  private static String title(String member, @Nullable String value) {
    String text = Normalizer.normalize(Asked.required(member, value), Normalizer.Form.NFC).strip();
    if (text.isEmpty()
        || text.length() > LONGEST_TITLE
        || text.chars().anyMatch(Character::isISOControl)) {
      throw Asked.bad(
          member,
          "Tên đợt phải có từ 1 đến " + LONGEST_TITLE + " ký tự.",
          "A title has 1 to " + LONGEST_TITLE + " characters.");
    }
    return text;
  }
}

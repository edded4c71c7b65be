package vn.khuxuong.tenancy.incentive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.ProcessProblem;
import vn.khuxuong.tenancy.firm.Faults;

/**
 * How far the source of a programme was read: body of {@code POST
 * /api/v1/incentives/{id}/standing}; members as in {@link Programme}.
 *
 * @param reason what was read, and where
 */
record StandingAsked(
    @Nullable String status,
    @Nullable String article,
    @Nullable String openVi,
    @Nullable String openEn,
    @Nullable String checkedOn,
    @Nullable String reason) {
  private static final int LONGEST = 1000;

  /** The same, checked. */
  record Reading(
      Programme.Status status,
      @Nullable String article,
      @Nullable String openVi,
      @Nullable String openEn,
      LocalDate checkedOn,
      String reason) {}

  Reading read(LocalDate today) {
    Faults faults = new Faults();
    Reading read = read(faults, today, faults.text("reason", reason, LONGEST));
    faults.refuse(ProcessProblem.BAD_BODY);
    return read;
  }

  /** Reads what a whole programme has too. */
  Reading read(Faults faults, LocalDate today, String why) {
    Programme.Status known =
        faults
            .choice("status", status, Programme.Status.class)
            .orElse(Programme.Status.TO_BE_CONFIRMED);
    String read = faults.optionalText("article", article, 60);
    String vi = faults.optionalText("openVi", openVi, LONGEST);
    String en = faults.optionalText("openEn", openEn, LONGEST);
    if (known == Programme.Status.CONFIRMED && read == null) {
      faults.add(
          "article",
          "Đã xác nhận thì phải ghi điều khoản đã đọc.",
          "What is confirmed names the article that was read.");
    }
    if (known == Programme.Status.TO_BE_CONFIRMED && vi == null) {
      faults.add("openVi", "Hãy ghi điều còn chờ xác nhận.", "Say what is still to be confirmed.");
    }
    if ((vi == null) != (en == null)) {
      faults.add(
          vi == null ? "openVi" : "openEn",
          "Ghi bằng cả hai ngôn ngữ.",
          "Write it in both languages.");
    }
    LocalDate day = faults.day("checkedOn", checkedOn);
    if (day.isAfter(today)) {
      faults.add("checkedOn", "Ngày này chưa tới.", "That day is yet to come.");
    }
    return new Reading(known, read, vi, en, day, why);
  }
}

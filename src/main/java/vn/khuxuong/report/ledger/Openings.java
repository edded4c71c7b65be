package vn.khuxuong.report.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.time.CivilTime;
import vn.khuxuong.report.ReportProblem;

/**
 * Balances as the authority published them. What was published for a day stays so for ever: there
 * is one balance a day, and none is changed.
 */
@Component
class Openings {
  private static final int MOST_PROJECTS = 1_000_000;
  private static final BigDecimal MOST_USD = new BigDecimal("1e15");
  private static final int LEAST_SOURCE = 3;
  private static final int LONGEST_SOURCE = 600;

  private final OpeningStore store;
  private final Audit audit;

  Openings(OpeningStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /**
   * A balance to be recorded.
   *
   * @param validOn day it speaks of
   * @param capitalUsd US dollars; a balance is never converted
   * @param atLeast whether the source says "more than"
   * @param sourceVi who published it, where and when; {@code sourceEn} may be left out
   */
  record Asked(
      @Nullable LocalDate validOn,
      @Nullable Integer projects,
      @Nullable BigDecimal capitalUsd,
      @Nullable Boolean atLeast,
      @Nullable String sourceVi,
      @Nullable String sourceEn) {}

  /**
   * Records a balance; reports of its day and later begin with it from now on.
   *
   * @return its code
   * @throws ProblemException {@link ReportProblem#BAD_OPENING}
   */
  @Transactional
  String record(Asked asked, String author) {
    LocalDate day = asked.validOn();
    LocalDate since = store.since();
    if (day == null || day.isBefore(since) || day.isAfter(LocalDate.now(CivilTime.ZONE))) {
      throw refused(
          "validOn",
          "Ngày thiếu, chưa tới, hoặc trước khi chương trình bắt đầu.",
          "The day is missing, has not come, or is before the programme began.",
          "Ghi ngày mà số công bố nói tới, từ " + since + ".",
          "Give the day that the figures speak of, from " + since + ".");
    }
    Integer projects = asked.projects();
    if (projects == null || projects < 0 || projects > MOST_PROJECTS) {
      throw refused(
          "projects",
          "Thiếu số dự án, hoặc số không hợp lệ.",
          "The number of projects is missing or does not fit.",
          "Một số nguyên từ 0.",
          "A whole number from 0.");
    }
    BigDecimal usd = asked.capitalUsd();
    if (usd == null
        || Math.abs((long) usd.scale()) > 20
        || usd.signum() < 0
        || usd.compareTo(MOST_USD) > 0
        || usd.stripTrailingZeros().scale() > 2) {
      throw refused(
          "capitalUsd",
          "Thiếu vốn, hoặc vốn không hợp lệ.",
          "The capital is missing or does not fit.",
          "Ghi bằng đô la Mỹ, ví dụ 1532000000; số công bố không quy đổi.",
          "In US dollars, such as 1532000000; published figures are not converted.");
    }
    String vi = source("sourceVi", asked.sourceVi());
    String en = asked.sourceEn() == null || asked.sourceEn().isBlank() ? vi : asked.sourceEn();
    en = source("sourceEn", en);
    Optional<String> code =
        store.insert(day, since, projects, usd, Boolean.TRUE.equals(asked.atLeast()), vi, en);
    if (code.isEmpty()) {
      throw refused(
          "validOn",
          "Ngày này đã có số công bố; số đã công bố không sửa.",
          "This day has a published balance already; what was published is not changed.",
          "Nếu có số mới, ghi với ngày mới.",
          "Record newer figures with their own day.");
    }
    audit.record(
        author,
        "indicator.opening-recorded",
        "opening",
        code.get(),
        Map.of("validOn", day.toString(), "projects", projects, "capitalUsd", usd, "source", vi));
    return code.get();
  }

  private static String source(String field, @Nullable String text) {
    String source = text == null ? "" : text.strip();
    if (source.length() < LEAST_SOURCE
        || source.length() > LONGEST_SOURCE
        || source.chars().anyMatch(Character::isISOControl)) {
      throw refused(
          field,
          "Thiếu nguồn của số công bố.",
          "The source of the figures is missing.",
          "Nêu ai công bố, ở đâu, ngày nào.",
          "Name who published them, where and when.");
    }
    return source;
  }

  private static ProblemException refused(
      String field, String vi, String en, String remedyVi, String remedyEn) {
    return ReportProblem.BAD_OPENING.with(vi, en).field(field).remedy(remedyVi, remedyEn);
  }
}

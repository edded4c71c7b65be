package vn.khuxuong.report.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.time.CivilTime;
import vn.khuxuong.report.ReportProblem;

/**
 * Exchange rates of the day, each with its source. A rate is never changed; another row for the
 * same day counts for what is recorded after it, and changes nothing that was recorded before.
 */
@Component
public class Rates {
  private static final BigDecimal LEAST = BigDecimal.valueOf(1_000);
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
  private static final LocalDate FIRST = LocalDate.of(1991, 1, 1);
  private static final int LONGEST_SOURCE = 400;

  private final RateStore store;
  private final Audit audit;

  Rates(RateStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /**
   * Records what one US dollar was worth on a day.
   *
   * @param vndPerUsd VND, at most two decimals
   * @return the row's id
   */
  @Transactional
  public long record(
      @Nullable LocalDate day,
      @Nullable BigDecimal vndPerUsd,
      @Nullable String source,
      boolean illustrative,
      String author) {
    if (day == null || day.isBefore(FIRST) || day.isAfter(LocalDate.now(CivilTime.ZONE))) {
      throw ReportProblem.BAD_RATE
          .with("Ngày thiếu hoặc chưa tới.", "The day is missing or has not come.")
          .field("day")
          .remedy("Ghi ngày có tỷ giá, ví dụ 2025-07-24.", "Give its day, such as 2025-07-24.");
    }
    if (vndPerUsd == null
        || Math.abs((long) vndPerUsd.scale()) > 10
        || vndPerUsd.compareTo(LEAST) < 0
        || vndPerUsd.compareTo(MOST) > 0
        || vndPerUsd.stripTrailingZeros().scale() > 2) {
      throw ReportProblem.BAD_RATE
          .with(
              "Tỷ giá là số đồng cho một đô la Mỹ, từ 1.000 đến 1.000.000.",
              "A rate is VND for one US dollar, from 1,000 to 1,000,000.")
          .field("vndPerUsd")
          .remedy("Ví dụ 25174.", "Such as 25174.");
    }
    String from = source == null ? "" : source.strip();
    if (from.length() < 3
        || from.length() > LONGEST_SOURCE
        || from.chars().anyMatch(Character::isISOControl)) {
      throw ReportProblem.BAD_RATE
          .with("Thiếu nguồn của tỷ giá.", "The rate's source is missing.")
          .field("source")
          .remedy("Nêu nơi công bố và số thông báo.", "Name who published it and where.");
    }
    long id = store.insert(day, vndPerUsd, from, illustrative, author);
    audit.record(
        author,
        "indicator.rate-recorded",
        "rate",
        String.valueOf(id),
        Map.of("day", day.toString(), "vndPerUsd", vndPerUsd, "source", from));
    return id;
  }
}

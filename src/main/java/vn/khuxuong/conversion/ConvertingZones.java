package vn.khuxuong.conversion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.AvailabilityDay;
import vn.khuxuong.tenancy.Asked;

/** SQL of the zones in conversion. */
@Component
public class ConvertingZones {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{1,9}");
  private static final String ZONES =
      """
      select code, short_name, name_vi, name_en, gross_area_ha, term_end, term_end_precision,
             operator_vi, operator_en, data_status
      from zoning.zones
      where converting""";

  private final JdbcClient jdbc;
  private final AvailabilityDay days;

  ConvertingZones(JdbcClient jdbc, AvailabilityDay days) {
    this.jdbc = jdbc;
    this.days = days;
  }

  /** All of them, by the end of their land term. */
  public List<ConvertingZone> list() {
    return jdbc.sql(ZONES + " order by term_end nulls last, code")
        .query(ConvertingZone.class)
        .list();
  }

  /** The zone of that code; empty where it is not in conversion. */
  public Optional<ConvertingZone> find(String code) {
    return Optional.of(code)
        .filter(given -> CODE.matcher(given).matches())
        .flatMap(
            given ->
                jdbc.sql(ZONES + " and code = :code")
                    .param("code", given)
                    .query(ConvertingZone.class)
                    .optional());
  }

  /**
   * The zone of that code.
   *
   * @throws ProblemException {@link ConversionProblem#UNKNOWN_ZONE}
   */
  public ConvertingZone get(String code) {
    return find(code)
        .orElseThrow(
            () ->
                ConversionProblem.UNKNOWN_ZONE
                    .with(
                        "Không có khu chuyển đổi nào mang mã này.",
                        "No zone in conversion has this code.")
                    .field("zone")
                    .remedy(
                        "Danh sách ở /api/v1/conversions.",
                        "They are listed at /api/v1/conversions."));
  }

  /**
   * Makes everything that is read in the rest of the running transaction answer for a day: leases
   * that run on it, aims and rules that count on it, remaining terms from it on.
   *
   * @param on {@code yyyy-mm-dd}, null for today
   */
  public void answerFor(@Nullable String on) {
    if (on != null) {
      days.set(Asked.day("on", on));
    }
  }

  /** Today in Ho Chi Minh City, or the day that this transaction answers for. */
  public LocalDate today() {
    return jdbc.sql("select zoning.on_date()").query(LocalDate.class).single();
  }
}

package vn.khuxuong.tenancy.incentive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An incentive or support programme as in force on a day: a condition, never a promise. It is sent
 * as it is.
 *
 * @param id number of this version
 * @param version counts changes of its last day and standing
 * @param from first day
 * @param until last day, null where none is set
 * @param lacks what it helps with
 * @param conditions all must hold, each by one of its facts
 * @param sharePct most of the eligible cost that is borne, percent, null where there is no share
 * @param cutPct least cut of the rent, percent, null for what is no rent cut
 * @param cutMonths months of the cut, counted from the contract, null for what is no rent cut
 * @param article of the source, null where it was not read
 * @param status CONFIRMED or TO_BE_CONFIRMED
 * @param openVi what is still to be confirmed, null where nothing is
 * @param checkedOn when the source was last looked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Programme(
    long id,
    int version,
    String code,
    Kind kind,
    LocalDate from,
    @Nullable LocalDate until,
    Set<Lack> lacks,
    List<Set<Fact>> conditions,
    @Nullable BigDecimal sharePct,
    @Nullable BigDecimal cutPct,
    @Nullable Integer cutMonths,
    String nameVi,
    String nameEn,
    String whoVi,
    String whoEn,
    String givesVi,
    String givesEn,
    String untilVi,
    String untilEn,
    String bodyVi,
    String bodyEn,
    String sourceVi,
    String sourceEn,
    @Nullable String article,
    Status status,
    @Nullable String openVi,
    @Nullable String openEn,
    LocalDate checkedOn) {

  /** What it gives. */
  public enum Kind {
    RENT,
    TAX,
    GRANT,
    CREDIT,
    TERM,
    PREMISES,
    PRIORITY
  }

  /** How far its source was read. */
  public enum Status {
    CONFIRMED,
    TO_BE_CONFIRMED
  }

  /** Copies the sets, in the order of their constants. */
  public Programme {
    lacks = ordered(lacks);
    conditions = conditions.stream().map(Programme::ordered).toList();
  }

  private static <E extends Enum<E>> Set<E> ordered(Set<E> set) {
    return Collections.unmodifiableSet(new TreeSet<>(set));
  }

  /** Whether its source was read. */
  @JsonIgnore
  public boolean isConfirmed() {
    return status == Status.CONFIRMED;
  }
}

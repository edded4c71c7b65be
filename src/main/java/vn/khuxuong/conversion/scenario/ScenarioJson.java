package vn.khuxuong.conversion.scenario;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.conversion.tenant.Verdict;
import vn.khuxuong.tenancy.Versioned;

/**
 * A what-if as it is kept and sent.
 *
 * @param forkedFrom number of the one it was made from, null for the real state
 * @param terms by how many years land terms would be extended
 * @param verdicts what tenants would be told instead
 */
public record ScenarioJson(
    long id,
    String name,
    String note,
    @Nullable Long forkedFrom,
    String madeBy,
    OffsetDateTime madeAt,
    OffsetDateTime changedAt,
    @JsonIgnore int version,
    List<Extension> terms,
    List<Change> verdicts)
    implements Versioned {

  /** Copies the lists. */
  public ScenarioJson {
    terms = List.copyOf(terms);
    verdicts = List.copyOf(verdicts);
  }

  /** A longer land term: 1 to 50 years. */
  public record Extension(String zone, int years) {}

  /**
   * Another verdict.
   *
   * @param firm code
   * @param leaveBy last day of a MOVE, null where the last lease ends it
   */
  public record Change(String zone, String firm, Verdict verdict, @Nullable LocalDate leaveBy) {}
}

package vn.khuxuong.zoning.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.check.Coverage;
import vn.khuxuong.zoning.check.Finding;
import vn.khuxuong.zoning.check.Severity;
import vn.khuxuong.zoning.rule.Balance;
import vn.khuxuong.zoning.rule.Verdict;
import vn.khuxuong.zoning.rule.Waiver;

/**
 * What the checks say about a plan as it stands.
 *
 * @param zone the zone planned
 * @param basis what besides the subzones the verdicts rest on
 * @param ruleSetSha256 the rule book applied
 * @param contentSha256 the subzones judged
 * @param coverage the subzones as they were checked, with the findings
 */
public record PlanReport(
    Zone zone,
    Basis basis,
    String ruleSetSha256,
    String contentSha256,
    Coverage coverage,
    List<Verdict> verdicts,
    Balance balance) {

  /**
   * What a plan is judged by besides its subzones and the rule book.
   *
   * @param on the day whose law is applied
   * @param until last day for which the plan is meant to hold, null where it does not say
   * @param parkKind what the plan declares the zone to be
   * @param inForce plan in force that day it is compared with, null where none is known
   * @param waivers decisions by rule id
   */
  public record Basis(
      LocalDate on,
      @Nullable LocalDate until,
      String parkKind,
      @Nullable Long inForce,
      Map<String, Waiver> waivers) {
    /** Copies the map. */
    public Basis {
      waivers = Map.copyOf(waivers);
    }
  }

  /** Copies the list. */
  public PlanReport {
    verdicts = List.copyOf(verdicts);
  }

  /** What is wrong with the coverage. */
  public List<Finding> findings() {
    return coverage.findings();
  }

  /** How many findings and verdicts keep the plan from being submitted. */
  public long blocking() {
    return findings().stream().filter(f -> f.severity() == Severity.BLOCKS).count()
        + verdicts.stream().filter(Verdict::blocks).count();
  }
}

package vn.khuxuong.zoning.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.check.Finding;
import vn.khuxuong.zoning.check.Piece;
import vn.khuxuong.zoning.check.Severity;

/**
 * All that {@code khu check} has to say about a file.
 *
 * @param zone null for a file that is no plan; then there are no rules and no balance
 * @param pieces the polygons of the file
 */
record CheckReport(
    String file,
    @Nullable Zone zone,
    Crs legal,
    List<Piece> pieces,
    List<Finding> findings,
    LocalDate judgedOn,
    @Nullable String ruleSetSha256,
    List<Verdict> verdicts,
    @Nullable Balance balance) {

  CheckReport {
    pieces = List.copyOf(pieces);
    findings = List.copyOf(findings);
    verdicts = List.copyOf(verdicts);
  }

  long blockingFindings() {
    return findings.stream().filter(f -> f.severity() == Severity.BLOCKS).count();
  }

  long blockingRules() {
    return verdicts.stream().filter(Verdict::blocks).count();
  }

  boolean blocks() {
    return blockingFindings() + blockingRules() > 0;
  }

  long count(Verdict.Status status) {
    return verdicts.stream().filter(verdict -> verdict.status() == status).count();
  }
}

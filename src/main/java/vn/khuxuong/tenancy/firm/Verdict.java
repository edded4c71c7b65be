package vn.khuxuong.tenancy.firm;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the rules say of a firm at a building: all reasons at once.
 *
 * @param findings about the building as a whole
 * @param floors every floor, lowest first
 */
public record Verdict(String building, List<Finding> findings, List<OfFloor> floors) {

  /** Copies the lists. */
  public Verdict {
    findings = List.copyOf(findings);
    floors = List.copyOf(floors);
  }

  /** One floor. */
  public record OfFloor(long floor, int level, List<Finding> findings) {
    /** Copies the findings. */
    public OfFloor {
      findings = List.copyOf(findings);
    }

    /** Whether nothing on the floor itself keeps the firm out. */
    public boolean fits() {
      return findings.stream().noneMatch(Finding::blocks);
    }

    private double distance() {
      return findings.stream().filter(Finding::blocks).mapToDouble(Finding::severity).sum();
    }
  }

  /** Whether nothing keeps the firm out of the building as a whole and one floor would do. */
  public boolean eligible() {
    return buildingFits() && floors.stream().anyMatch(OfFloor::fits);
  }

  /** Whether nothing keeps the firm out of the building as a whole. */
  public boolean buildingFits() {
    return findings.stream().noneMatch(Finding::blocks);
  }

  /** The floor that lacks least; empty for a building without floors. */
  public Optional<OfFloor> nearest() {
    return floors.stream()
        .min(Comparator.comparingDouble(OfFloor::distance).thenComparing(OfFloor::level));
  }

  /** How much lacks in the building and on its nearest floor, to order buildings by. */
  public double distance() {
    return findings.stream().filter(Finding::blocks).mapToDouble(Finding::severity).sum()
        + nearest().map(OfFloor::distance).orElse(1e9);
  }
}

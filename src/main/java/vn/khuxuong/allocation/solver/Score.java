package vn.khuxuong.allocation.solver;

import vn.khuxuong.allocation.solver.Instance.Weights;

/**
 * The objective of an answer in its four parts.
 *
 * @param demand sum over placed firms of priority × (3 × m² asked + m² given)
 * @param preference sum over placed firms of priority × m² asked × score of the zone's rank
 * @param vacantRuns number of maximal runs of free bays
 * @param clusterLinks firms of a cluster in one building beyond its first
 */
public record Score(long demand, long preference, int vacantRuns, int clusterLinks) {

  /** The one number that engines maximise. */
  public long objective(Weights weights) {
    return weights.demand() * demand
        + weights.preference() * preference
        - (long) weights.vacantRun() * vacantRuns
        + (long) weights.cluster() * clusterLinks;
  }
}

package vn.khuxuong.allocation.answer;

import java.util.List;

/**
 * What a round asks of an answer beyond the exchange format; frozen and hashed with the input.
 *
 * @param quotas least areas for groups
 * @param related applications that count as one: at most one of each list is placed
 * @param order applications by the round's tie-break, first come first
 * @param changePenalty points that a re-run loses for each application it moves
 */
public record Sides(
    List<Quota> quotas, List<List<String>> related, List<String> order, long changePenalty) {
  public Sides {
    quotas = List.copyOf(quotas);
    related = related.stream().map(List::copyOf).toList();
    order = List.copyOf(order);
  }

  /** Nothing beyond the format; the order is the format's. */
  public static Sides none() {
    return new Sides(List.of(), List.of(), List.of(), 0);
  }

  /** At least so many m² of what is let newly go to a group. */
  public record Quota(Group group, long atLeastM2) {}

  /**
   * A quota and what an answer gives.
   *
   * @param met whether at least as much is given
   */
  public record QuotaVerdict(Group group, long atLeastM2, long givenM2, boolean met) {}
}

package vn.khuxuong.space;

import java.util.List;

/**
 * Holds and offers were withdrawn because their deadline had passed. Told within the transaction
 * that withdraws them, so whoever keeps something about them changes it there and then.
 *
 * @param claims as they were; at least one, all on one building
 */
public record ClaimsLapsed(List<Claim> claims) {
  public ClaimsLapsed {
    claims = List.copyOf(claims);
  }
}

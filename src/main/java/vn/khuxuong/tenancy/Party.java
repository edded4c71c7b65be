package vn.khuxuong.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, and for whom.
 *
 * @param username the account that signed in
 * @param officer whether it acts for the authority; an officer sees and does what firms may not
 * @param firmId the firm it acts for, null for none
 */
public record Party(String username, boolean officer, @Nullable Long firmId) {

  /** Whether what belongs to a firm (null: to the authority) is this party's to see. */
  public boolean sees(@Nullable Long ownerId) {
    return officer || (firmId != null && firmId.equals(ownerId));
  }
}

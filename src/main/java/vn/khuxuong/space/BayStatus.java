package vn.khuxuong.space;

/**
 * State of a bay on a day, as the view {@code space.bay_states} decides it: FREE; SOON free, but
 * only from a later day; HELD and OFFERED while a hold or offer is undecided; LET; ENDING a lease
 * that ends within six months with nothing after it; OUT not for rent.
 */
public enum BayStatus {
  FREE,
  SOON,
  HELD,
  OFFERED,
  LET,
  ENDING,
  OUT
}

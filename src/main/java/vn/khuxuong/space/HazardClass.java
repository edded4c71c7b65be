package vn.khuxuong.space;

/**
 * Fire and explosion hazard of production, QCVN 06:2022/BXD annex C: A and B explosive, E least.
 */
public enum HazardClass {
  A,
  B,
  C1,
  C2,
  C3,
  C4,
  D,
  E
}

package vn.khuxuong.tenancy;

/** Size of a firm by Decree 80/2021/ND-CP art. 5; LARGE is what is none of the other three. */
public enum SizeClass {
  MICRO,
  SMALL,
  MEDIUM,
  LARGE
}

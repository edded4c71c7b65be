package vn.khuxuong.tenancy;

/** What is kept under an id with a version that moves with each change. */
public interface Versioned {
  /** Number of the record among its kind. */
  long id();

  /** Counts its changes. */
  int version();

  /** The strong entity tag of the record as it is (RFC 9110). */
  default String etag() {
    return Versions.etag(id(), version());
  }
}

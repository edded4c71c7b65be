package vn.khuxuong.space.search.alert;

/** By which way news comes. */
enum Channel {
  EMAIL,
  FEED
}

package vn.khuxuong.space.search.alert;

/** How often mails come. */
enum Frequency {
  /** As soon as space frees, what follows within ten minutes in one mail. */
  AT_ONCE,
  /** At seven in the morning, where there is news. */
  DAILY
}

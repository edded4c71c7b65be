package vn.khuxuong.platform.account;

import java.time.Duration;

/** What a mail about an account is for, and so what the link in it does. */
enum MailKind {
  /** Asks whether the address is right. */
  CONFIRM(Duration.ofDays(3)),
  /** Lets the password be set anew. */
  RESET(Duration.ofHours(1)),
  /** Tells that it was; its link only leads to the page where that can be done. */
  CHANGED(Duration.ZERO);

  private final Duration life;

  MailKind(Duration life) {
    this.life = life;
  }

  /** How long its link works after it was sent; zero for none. */
  Duration life() {
    return life;
  }
}

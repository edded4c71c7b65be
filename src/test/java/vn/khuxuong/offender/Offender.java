package vn.khuxuong.offender;

import org.springframework.modulith.Modulithic;

/** A small application that breaks the rules on purpose, so that the check is seen to work. */
@Modulithic
public final class Offender {
  private Offender() {}
}

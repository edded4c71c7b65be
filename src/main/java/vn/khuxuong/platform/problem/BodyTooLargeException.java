package vn.khuxuong.platform.problem;

import java.io.IOException;

/** A request body went on beyond what is read of one. */
public final class BodyTooLargeException extends IOException {
  /** How much of a body is read, MiB. */
  public static final int MOST_MIB = 32;

  private static final long serialVersionUID = 1L;
}

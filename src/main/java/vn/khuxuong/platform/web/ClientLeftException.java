package vn.khuxuong.platform.web;

import org.jspecify.annotations.Nullable;

/** Work was given up because the client that it was done for closed its connection. */
public final class ClientLeftException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param how the failure in which the work ended, null if there was none
   */
  public ClientLeftException(@Nullable Throwable how) {
    super("the client closed its connection", how);
  }
}

package vn.khuxuong.maps.encoding;

import java.io.IOException;

/** A file would be larger than it may be. */
public final class FileFullException extends IOException {
  private static final long serialVersionUID = 1L;

  FileFullException(Throwable cause) {
    super("a file would be larger than it may be", cause);
  }
}

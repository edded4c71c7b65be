package vn.khuxuong.platform.file;

/** A file that somebody sent, with its content. */
public final class StoredFile {
  private final String name;
  private final String mediaType;
  private final String sha256;
  private final byte[] bytes;

  /**
   * A file.
   *
   * @param name it is saved under; empty for one that is only shown
   * @param sha256 of its content
   */
  public StoredFile(String name, String mediaType, String sha256, byte[] bytes) {
    this.name = name;
    this.mediaType = mediaType;
    this.sha256 = sha256;
    this.bytes = bytes;
  }

  /** The name it is saved under; empty for one that is only shown. */
  public String name() {
    return name;
  }

  /** As HTTP names its format. */
  public String mediaType() {
    return mediaType;
  }

  /** Of its content. */
  public String sha256() {
    return sha256;
  }

  /** The file itself, for whoever sends it on. */
  public byte[] bytes() {
    return bytes;
  }
}

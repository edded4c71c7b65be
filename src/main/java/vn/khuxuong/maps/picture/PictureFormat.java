package vn.khuxuong.maps.picture;

/** The file formats of pictures. */
public enum PictureFormat {
  /** PNG with 8 bits each of red, green, blue and, where the ground is transparent, alpha. */
  PNG("image/png"),
  /** PNG with a palette of 256 colours at most: a third of the bytes. */
  PNG8("image/png; mode=8bit"),
  /** JPEG, which has no transparency: a picture without a ground gets a white one. */
  JPEG("image/jpeg");

  private final String mediaType;

  PictureFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type by which clients ask for it. */
  public String mediaType() {
    return mediaType;
  }
}

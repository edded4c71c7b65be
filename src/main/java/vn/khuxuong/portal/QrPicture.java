package vn.khuxuong.portal;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A text as a QR code (ISO/IEC 18004), to be drawn as one path of unit squares with the quiet zone
 * around it.
 *
 * @param size units of the picture's side
 * @param path of the dark squares
 */
record QrPicture(int size, String path) {
  private static final int QUIET = 4;

  /** The code of a text, readable with 15 % of it lost. */
  static QrPicture of(String text) {
    try {
      ByteMatrix squares = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < squares.getHeight(); y++) {
        int x = 0;
        while (x < squares.getWidth()) {
          int from = x;
          while (x < squares.getWidth() && squares.get(x, y) == 1) {
            x++;
          }
          if (x > from) {
            path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
            path.append('h').append(x - from).append("v1h-").append(x - from).append('z');
          }
          x++;
        }
      }
      return new QrPicture(squares.getWidth() + 2 * QUIET, path.toString());
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a QR code: " + text.length(), e);
    }
  }
}

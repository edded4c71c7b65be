package vn.khuxuong.maps.style;

import java.awt.geom.Path2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads SVG path data with the absolute commands M L H V C Q Z, one set of numbers each. */
final class SvgPath {
  private static final Pattern COMMAND = Pattern.compile("([MLHVCQZ])([^MLHVCQZ]*)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.?\\d+");

  private SvgPath() {}

  static Path2D read(String data) {
    Path2D path = new Path2D.Double();
    double x = 0;
    double y = 0;
    Matcher command = COMMAND.matcher(data);
    while (command.find()) {
      double[] n =
          NUMBER
              .matcher(command.group(2))
              .results()
              .mapToDouble(number -> Double.parseDouble(number.group()))
              .toArray();
      char letter = command.group(1).charAt(0);
      switch (letter) {
        case 'M' -> path.moveTo(n[0], n[1]);
        case 'L' -> path.lineTo(n[0], n[1]);
        case 'H' -> path.lineTo(n[0], y);
        case 'V' -> path.lineTo(x, n[0]);
        case 'C' -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
        case 'Q' -> path.quadTo(n[0], n[1], n[2], n[3]);
        default -> path.closePath();
      }
      if (path.getCurrentPoint() != null) {
        x = path.getCurrentPoint().getX();
        y = path.getCurrentPoint().getY();
      }
    }
    return path;
  }
}

package vn.khuxuong.zoning.sheet;

import org.locationtech.jts.geom.Envelope;

/**
 * Which ground a map shows and where on the paper.
 *
 * @param scale denominator
 * @param paper where it stands on the page, mm
 * @param west easting of its left edge in the legal CRS, m
 * @param south northing of its lower edge, m
 */
record MapWindow(int scale, Box paper, double west, double south) {

  /** A window around a point. */
  static MapWindow around(double east, double north, int scale, Box paper) {
    return new MapWindow(
        scale,
        paper,
        east - metres(paper.width(), scale) / 2,
        north - metres(paper.height(), scale) / 2);
  }

  /** What a length on paper is on the ground. */
  static double metres(double mm, int scale) {
    return mm * scale / 1000;
  }

  double widthM() {
    return metres(paper.width(), scale);
  }

  double heightM() {
    return metres(paper.height(), scale);
  }

  /** The ground it shows. */
  Envelope ground() {
    return new Envelope(west, west + widthM(), south, south + heightM());
  }

  /** The ground it shows and some around it, mm on paper. */
  Envelope ground(double marginMm) {
    Envelope ground = ground();
    ground.expandBy(metres(marginMm, scale));
    return ground;
  }

  double x(double east) {
    return paper.left() + (east - west) * 1000 / scale;
  }

  double y(double north) {
    return paper.bottom() + (north - south) * 1000 / scale;
  }
}

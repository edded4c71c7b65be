package vn.khuxuong.report.dossier;

import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Draws a zone at the largest round scale that fits: crosses of the grid with their VN-2000
 * coordinates, subzones, buildings in black, the outline, a bar of the scale and north. In black
 * and white; what is what is said beside it.
 */
final class ZoneMap {
  private static final float HEIGHT = 330;
  private static final double POINT_M = 0.0254 / 72;
  private static final int[] SCALES = {
    2_000, 2_500, 4_000, 5_000, 7_500, 10_000, 12_500, 15_000, 20_000, 25_000, 30_000, 40_000,
    50_000, 75_000, 100_000, 200_000
  };
  private static final float TICK = 3;
  private static final float LABEL = 6.5f;

  private final Paper paper;
  private final ZoneSheet zone;
  private final float left = Paper.MARGIN;
  private final float bottom;
  private final double scale;
  private final double centreE;
  private final double centreN;

  private ZoneMap(Paper paper, ZoneSheet zone) {
    this.paper = paper;
    this.zone = zone;
    this.bottom = paper.top() - HEIGHT;
    Envelope box = zone.outline().getEnvelopeInternal();
    centreE = (box.getMinX() + box.getMaxX()) / 2;
    centreN = (box.getMinY() + box.getMaxY()) / 2;
    int fitting = SCALES[SCALES.length - 1];
    for (int one : SCALES) {
      if (box.getWidth() / one / POINT_M < Paper.WIDTH - 40
          && box.getHeight() / one / POINT_M < HEIGHT - 60) {
        fitting = one;
        break;
      }
    }
    scale = fitting;
  }

  /** Draws the map and leaves the paper below it. */
  static void draw(Paper paper, ZoneSheet zone) throws IOException {
    paper.need(HEIGHT + 30);
    new ZoneMap(paper, zone).draw();
    paper.space(HEIGHT + 6);
  }

  private void draw() throws IOException {
    PDPageContentStream out = paper.canvas();
    out.saveGraphicsState();
    out.addRect(left, bottom, Paper.WIDTH, HEIGHT);
    out.clip();
    grid(out);
    out.setStrokingColor(0.35f);
    out.setLineWidth(0.5f);
    for (ZoneSheet.Shape one : zone.subzones()) {
      path(out, one.geometry());
      out.stroke();
    }
    out.setNonStrokingColor(0.1f);
    for (ZoneSheet.Shape one : zone.buildings()) {
      path(out, one.geometry());
      out.fillEvenOdd();
    }
    out.setStrokingColor(0f);
    out.setLineWidth(1.6f);
    path(out, zone.outline());
    out.stroke();
    for (ZoneSheet.Shape one : zone.buildings()) {
      Envelope box = one.geometry().getEnvelopeInternal();
      paper.write(one.code(), paper.bold, LABEL, x(box.getMaxX()) + 3, y(box.centre().getY()) - 2);
    }
    out.restoreGraphicsState();
    out.setStrokingColor(0f);
    out.setLineWidth(0.8f);
    out.addRect(left, bottom, Paper.WIDTH, HEIGHT);
    out.stroke();
    bar(out);
    north(out);
  }

  private void grid(PDPageContentStream out) throws IOException {
    double step = scale > 60_000 ? 5_000 : scale > 12_500 ? 1_000 : 500;
    double halfE = Paper.WIDTH / 2 * POINT_M * scale;
    double halfN = HEIGHT / 2 * POINT_M * scale;
    out.setStrokingColor(0.55f);
    out.setLineWidth(0.4f);
    for (double e = Math.ceil((centreE - halfE) / step) * step; e < centreE + halfE; e += step) {
      for (double n = Math.ceil((centreN - halfN) / step) * step; n < centreN + halfN; n += step) {
        out.moveTo(x(e) - TICK, y(n));
        out.lineTo(x(e) + TICK, y(n));
        out.moveTo(x(e), y(n) - TICK);
        out.lineTo(x(e), y(n) + TICK);
        out.stroke();
      }
      paper.write(number(e), paper.plain, LABEL, x(e) + 2, bottom + HEIGHT - 9);
    }
    for (double n = Math.ceil((centreN - halfN) / step) * step; n < centreN + halfN; n += step) {
      paper.write(number(n), paper.plain, LABEL, left + 3, y(n) + 2);
    }
  }

  private void bar(PDPageContentStream out) throws IOException {
    double metres = scale > 60_000 ? 2_000 : scale > 20_000 ? 1_000 : scale > 7_500 ? 500 : 200;
    float length = (float) (metres / scale / POINT_M);
    float x = left + 12;
    float at = bottom + 12;
    out.setNonStrokingColor(1f);
    out.addRect(left + 1, bottom + 1, Math.max(length + 24, 210), 34);
    out.fill();
    out.setStrokingColor(0f);
    out.setLineWidth(1.4f);
    out.moveTo(x, at + 4);
    out.lineTo(x, at);
    out.lineTo(x + length, at);
    out.lineTo(x + length, at + 4);
    out.stroke();
    paper.write(
        number(metres) + " m · tỷ lệ 1:" + number(scale) + " · VN-2000 EPSG:" + zone.legalSrid(),
        paper.plain,
        LABEL,
        x,
        at + 8);
  }

  private void north(PDPageContentStream out) throws IOException {
    float x = left + Paper.WIDTH - 18;
    float at = bottom + HEIGHT - 48;
    out.setNonStrokingColor(1f);
    out.addRect(x - 12, at - 4, 24, 40);
    out.fill();
    out.setNonStrokingColor(0f);
    out.moveTo(x, at + 24);
    out.lineTo(x - 5, at);
    out.lineTo(x, at + 5);
    out.lineTo(x + 5, at);
    out.closePath();
    out.fill();
    paper.write("B", paper.bold, 8, x - 3, at + 26);
  }

  private void path(PDPageContentStream out, Geometry geometry) throws IOException {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon) {
        ring(out, polygon.getExteriorRing().getCoordinates());
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          ring(out, polygon.getInteriorRingN(k).getCoordinates());
        }
      }
    }
  }

  private void ring(PDPageContentStream out, Coordinate[] ring) throws IOException {
    for (int i = 0; i < ring.length - 1; i++) {
      if (i == 0) {
        out.moveTo(x(ring[i].x), y(ring[i].y));
      } else {
        out.lineTo(x(ring[i].x), y(ring[i].y));
      }
    }
    out.closePath();
  }

  private float x(double east) {
    return (float) (left + Paper.WIDTH / 2 + (east - centreE) / scale / POINT_M);
  }

  private float y(double north) {
    return (float) (bottom + HEIGHT / 2 + (north - centreN) / scale / POINT_M);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', '.');
  }
}

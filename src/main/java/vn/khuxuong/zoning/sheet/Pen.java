package vn.khuxuong.zoning.sheet;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import vn.khuxuong.maps.style.Colour;

/** Draws on one page in millimetres from its lower left corner, y up. */
final class Pen implements AutoCloseable {
  /** Points, the unit of PDF, in a millimetre. */
  static final double POINTS = 72 / 25.4;

  static final Colour INK = new Colour(0xff10242e);
  static final Colour WHITE = new Colour(-1);

  private final PDPageContentStream out;
  private final PDResources resources;
  private final Faces faces;

  Pen(PDDocument document, PDPage page, Faces faces) throws IOException {
    this.resources = new PDResources();
    page.setResources(resources);
    this.out = new PDPageContentStream(document, page);
    this.faces = faces;
  }

  /** Where a text's point lies in it. */
  enum Align {
    LEFT(0),
    CENTRE(0.5),
    RIGHT(1);

    private final double share;

    Align(double share) {
      this.share = share;
    }
  }

  /** How a text looks; size of the em in mm. */
  record Ink(boolean bold, double size, Colour colour) {
    static Ink plain(double size) {
      return new Ink(false, size, INK);
    }

    static Ink bold(double size) {
      return new Ink(true, size, INK);
    }
  }

  Faces faces() {
    return faces;
  }

  void line(double x1, double y1, double x2, double y2, double width, Colour colour)
      throws IOException {
    startStroke(width, colour, List.of());
    out.moveTo(pt(x1), pt(y1));
    out.lineTo(pt(x2), pt(y2));
    out.stroke();
  }

  /** A rectangle's edge. */
  void frame(Box box, double width, Colour colour) throws IOException {
    startStroke(width, colour, List.of());
    rectangle(box);
    out.stroke();
  }

  /** A rectangle's inside. */
  void fill(Box box, Colour colour) throws IOException {
    startFill(colour);
    rectangle(box);
    out.fill();
  }

  /** Fills rings of x, y pairs by the even-odd rule, so that holes are holes. */
  void fill(List<double[]> rings, Colour colour) throws IOException {
    startFill(colour);
    path(rings);
    out.fillEvenOdd();
  }

  /** As {@link #fill(List, Colour)}, with a hatch. */
  void hatch(List<double[]> rings, PDTilingPattern hatch) throws IOException {
    out.setNonStrokingColor(new PDColor(resources.add(hatch), new PDPattern(null)));
    path(rings);
    out.fillEvenOdd();
  }

  /**
   * Strokes closed rings.
   *
   * @param dashes lengths of dashes and gaps, mm; empty for a solid line
   */
  void stroke(List<double[]> rings, double width, Colour colour, List<Double> dashes)
      throws IOException {
    startStroke(width, colour, dashes);
    path(rings);
    out.stroke();
  }

  /** Fills a triangle. */
  void triangle(double[] xy, Colour colour) throws IOException {
    fill(List.of(xy), colour);
  }

  /** One line of text, its base line at y. */
  void text(String text, double x, double y, Ink ink, Align align) throws IOException {
    text(text, x, y, 0, ink, align);
  }

  /** One line of text turned counter-clockwise around x, y by an angle in radians. */
  void text(String text, double x, double y, double angle, Ink ink, Align align)
      throws IOException {
    String clean = faces.clean(text);
    double back = align.share == 0 ? 0 : faces.width(clean, ink.bold(), ink.size()) * align.share;
    startFill(ink.colour());
    out.beginText();
    out.setFont(faces.font(ink.bold()), (float) (ink.size() * POINTS));
    out.setTextMatrix(
        Matrix.getRotateInstance(
            angle, pt(x - back * Math.cos(angle)), pt(y - back * Math.sin(angle))));
    out.showText(clean);
    out.endText();
  }

  /** Draws something with part of its strength, so that what lies below shows through. */
  void faded(double strength, Drawing drawing) throws IOException {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant((float) strength);
    out.saveGraphicsState();
    out.setGraphicsStateParameters(state);
    drawing.draw();
    out.restoreGraphicsState();
  }

  /** Draws something of which only what lies in a box is seen. */
  void clipped(Box box, Drawing drawing) throws IOException {
    out.saveGraphicsState();
    rectangle(box);
    out.clip();
    drawing.draw();
    out.restoreGraphicsState();
  }

  /** Some drawing. */
  @FunctionalInterface
  interface Drawing {
    void draw() throws IOException;
  }

  private void path(List<double[]> rings) throws IOException {
    for (double[] ring : rings) {
      out.moveTo(pt(ring[0]), pt(ring[1]));
      for (int i = 2; i < ring.length; i += 2) {
        out.lineTo(pt(ring[i]), pt(ring[i + 1]));
      }
      out.closePath();
    }
  }

  private void rectangle(Box box) throws IOException {
    out.addRect(pt(box.left()), pt(box.bottom()), pt(box.width()), pt(box.height()));
  }

  private void startStroke(double width, Colour colour, List<Double> dashes) throws IOException {
    out.setStrokingColor(part(colour, 16), part(colour, 8), part(colour, 0));
    out.setLineWidth(pt(width));
    out.setLineJoinStyle(1);
    float[] pattern = new float[dashes.size()];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = pt(dashes.get(i));
    }
    out.setLineDashPattern(pattern, 0);
  }

  private void startFill(Colour colour) throws IOException {
    out.setNonStrokingColor(part(colour, 16), part(colour, 8), part(colour, 0));
  }

  /** One of red, green, blue from 0 to 1. */
  static float part(Colour colour, int shift) {
    return (colour.argb() >>> shift & 0xff) / 255f;
  }

  static float pt(double mm) {
    return (float) (mm * POINTS);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

package vn.khuxuong.zoning.sheet;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPatternContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.util.Matrix;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Pattern;

/** The hatches of one document as tiling patterns: one of each kind and colour. */
final class Hatches {
  private final double pixelPt;
  private final Map<Key, PDTilingPattern> made = new HashMap<>();

  private record Key(String pattern, Colour colour) {}

  /**
   * @param pixelMm what a pixel of the style is on paper
   */
  Hatches(double pixelMm) {
    this.pixelPt = pixelMm * Pen.POINTS;
  }

  PDTilingPattern of(Pattern pattern, Colour colour) throws IOException {
    Key key = new Key(pattern.name(), colour);
    PDTilingPattern hatch = made.get(key);
    if (hatch == null) {
      hatch = make(pattern, colour);
      made.put(key, hatch);
    }
    return hatch;
  }

  private PDTilingPattern make(Pattern pattern, Colour colour) throws IOException {
    PDTilingPattern hatch = new PDTilingPattern();
    hatch.setPaintType(PDTilingPattern.PAINT_COLORED);
    hatch.setTilingType(PDTilingPattern.TILING_CONSTANT_SPACING_FASTER_TILING);
    hatch.setBBox(new PDRectangle((float) pattern.width(), (float) pattern.height()));
    hatch.setXStep((float) pattern.width());
    hatch.setYStep((float) pattern.height());
    // styles count pixels downwards
    hatch.setMatrix(
        new Matrix((float) pixelPt, 0, 0, (float) -pixelPt, 0, 0).createAffineTransform());
    hatch.setResources(new PDResources());
    try (PDPatternContentStream out = new PDPatternContentStream(hatch)) {
      float red = Pen.part(colour, 16);
      float green = Pen.part(colour, 8);
      float blue = Pen.part(colour, 0);
      out.setStrokingColor(red, green, blue);
      out.setNonStrokingColor(red, green, blue);
      out.setLineWidth((float) pattern.strokeWidth());
      out.setLineJoinStyle(1);
      trace(pattern, out);
      if (pattern.strokeWidth() > 0) {
        out.stroke();
      } else {
        out.fill();
      }
    }
    return hatch;
  }

  private static void trace(Pattern pattern, PDPatternContentStream out) throws IOException {
    float[] c = new float[6];
    float x = 0;
    float y = 0;
    for (PathIterator path = pattern.outline().getPathIterator(null); !path.isDone(); path.next()) {
      switch (path.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> {
          out.moveTo(c[0], c[1]);
          x = c[0];
          y = c[1];
        }
        case PathIterator.SEG_LINETO -> {
          out.lineTo(c[0], c[1]);
          x = c[0];
          y = c[1];
        }
        case PathIterator.SEG_QUADTO -> {
          // PDF knows cubic curves only
          out.curveTo(
              x + (c[0] - x) * 2 / 3,
              y + (c[1] - y) * 2 / 3,
              c[2] + (c[0] - c[2]) * 2 / 3,
              c[3] + (c[1] - c[3]) * 2 / 3,
              c[2],
              c[3]);
          x = c[2];
          y = c[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          out.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
          x = c[4];
          y = c[5];
        }
        default -> out.closePath();
      }
    }
  }
}

package vn.khuxuong.zoning.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.LayerType;
import vn.khuxuong.maps.style.Pattern;
import vn.khuxuong.maps.style.Property;
import vn.khuxuong.maps.style.StyleLayer;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.zoning.Subzone;

/** Paints areas as the steps of a style say, on one page. */
final class MapPainter {
  /** From here on hatches are drawn; paper has them at every scale. */
  private static final double LEAST_ZOOM = 14;

  private final Pen pen;
  private final Hatches hatches;
  private final Look look;
  private final double pixelMm;
  private final double zoom;

  /**
   * @param pixelMm what a pixel of the style is on paper
   */
  MapPainter(Pen pen, Hatches hatches, Look look, double pixelMm, int scale) {
    this.pen = pen;
    this.hatches = hatches;
    this.look = look;
    this.pixelMm = pixelMm;
    this.zoom = zoom(scale);
  }

  /** The zoom at which a style is read for a scale. */
  static double zoom(int scale) {
    return Math.max(LEAST_ZOOM, Styles.zoom(scale));
  }

  /** An area on its way to paper. */
  private static final class Area {
    private final Attributes attributes;
    private final List<double[]> rings;
    private Colour ground = Pen.WHITE;

    Area(Attributes attributes, List<double[]> rings) {
      this.attributes = attributes;
      this.rings = rings;
    }
  }

  void subzones(List<Subzone> subzones, MapWindow window) throws IOException {
    List<Area> areas = new ArrayList<>();
    for (Subzone subzone : subzones) {
      List<double[]> rings = Traced.rings(subzone.shape(), window);
      if (!rings.isEmpty()) {
        areas.add(new Area(SheetPlan.attributes(subzone), rings));
      }
    }
    paint(look.subzones().layers(), areas);
  }

  /** A swatch of the legend: a box painted like a subzone. */
  void swatch(Subzone like, Box box) throws IOException {
    paint(look.subzones().layers(), List.of(new Area(SheetPlan.attributes(like), corners(box))));
  }

  void outline(Geometry outline, MapWindow window) throws IOException {
    outline(Traced.rings(outline, window));
  }

  /** The outline's line in the legend. */
  void outlineSwatch(Box box) throws IOException {
    outline(corners(box));
  }

  private void outline(List<double[]> rings) throws IOException {
    List<StyleLayer> lines =
        look.zones().layers().stream().filter(step -> step.type() == LayerType.LINE).toList();
    if (!rings.isEmpty()) {
      paint(lines, List.of(new Area(Attributes.NONE, rings)));
    }
  }

  private void paint(List<StyleLayer> steps, List<Area> areas) throws IOException {
    for (StyleLayer step : steps) {
      if (!step.isVisibleAt(zoom)) {
        continue;
      }
      for (Area area : areas) {
        if (!step.accepts(area.attributes, zoom)) {
          continue;
        }
        if (step.type() == LayerType.FILL) {
          fill(step, area);
        } else if (step.type() == LayerType.LINE) {
          stroke(step, area);
        }
      }
    }
  }

  private void fill(StyleLayer step, Area area) throws IOException {
    Colour colour =
        step.colour(Property.FILL_COLOR, area.attributes, zoom)
            .faded(step.number(Property.FILL_OPACITY, area.attributes, zoom));
    // paper takes no transparency well: what shines through is mixed here
    Colour mixed = mixed(area.ground, colour);
    if (!step.has(Property.FILL_PATTERN)) {
      if (colour.argb() >>> 24 != 0) {
        area.ground = mixed;
        pen.fill(area.rings, mixed);
      }
      return;
    }
    Optional<Pattern> pattern =
        look.patterns().find(step.text(Property.FILL_PATTERN, area.attributes, zoom));
    if (pattern.isPresent() && pattern.get().repeated()) {
      PDTilingPattern hatch = hatches.of(pattern.get(), mixed);
      pen.hatch(area.rings, hatch);
    }
  }

  private void stroke(StyleLayer step, Area area) throws IOException {
    double width = step.number(Property.LINE_WIDTH, area.attributes, zoom) * pixelMm;
    Colour colour =
        step.colour(Property.LINE_COLOR, area.attributes, zoom)
            .faded(step.number(Property.LINE_OPACITY, area.attributes, zoom));
    if (colour.argb() >>> 24 != 0 && width > 0) {
      List<Double> dashes =
          step.numbers(Property.LINE_DASHARRAY, area.attributes, zoom).stream()
              .map(part -> part * width)
              .toList();
      pen.stroke(area.rings, width, mixed(Pen.WHITE, colour), dashes);
    }
  }

  private static Colour mixed(Colour ground, Colour colour) {
    return ground.towards(new Colour(colour.argb() | 0xff000000), (colour.argb() >>> 24) / 255.0);
  }

  private static List<double[]> corners(Box box) {
    return List.of(
        new double[] {
          box.left(), box.bottom(), box.right(), box.bottom(),
          box.right(), box.top(), box.left(), box.top()
        });
  }
}

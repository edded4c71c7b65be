package vn.khuxuong.zoning.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.LayerType;
import vn.khuxuong.maps.style.Property;
import vn.khuxuong.maps.style.StyleLayer;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;

/**
 * Places code and hectares of each subzone inside it, level or along it, smaller where need be;
 * what has no room goes on a leader line, and what has no room there either gets a number for the
 * table. No label lies on another. Which subzones are labelled, how large and in which colours is
 * the style's; the words are the sheet's own, since numbers follow the reader's language.
 */
final class Labels {
  private static final GeometryFactory PAPER = new GeometryFactory();
  private static final double LEAST_SIZE_MM = 1.3;
  private static final double LINE_HEIGHT = 1.22;
  private static final double[] LEADERS = {6, 9, 13, 18, 24, 32};
  private static final int DIRECTIONS = 24;
  private static final int MOST_LEADERS = 40;

  private final Faces faces;
  private final Look look;
  private final Language language;
  private final double pixelMm;
  private final MapWindow window;
  private final double zoom;
  private final Geometry edge;
  private final List<Geometry> taken = new ArrayList<>();

  Labels(Faces faces, Look look, Language language, Paper paper, MapWindow window) {
    this.faces = faces;
    this.look = look;
    this.language = language;
    this.pixelMm = paper.pixelMm();
    this.window = window;
    this.zoom = MapPainter.zoom(window.scale());
    Box inner = window.paper().inset(paper.unitMm());
    this.edge =
        PAPER.toGeometry(new Envelope(inner.left(), inner.right(), inner.bottom(), inner.top()));
  }

  /** One row of a label. */
  record Row(String text, boolean bold, double size) {}

  /**
   * A label on paper.
   *
   * @param x middle, mm
   * @param y middle, mm
   * @param angle counter-clockwise, radians
   * @param plate colour of the ground behind the letters
   * @param target what a leader line points at, null without one
   * @param number in the table, 0 where the label is the code itself
   */
  record Label(
      List<Row> rows,
      double x,
      double y,
      double angle,
      double width,
      double height,
      Colour colour,
      Colour plate,
      @Nullable Coordinate target,
      int number) {
    Label numbered(int number) {
      return new Label(rows, x, y, angle, width, height, colour, plate, target, number);
    }
  }

  /**
   * What one page says.
   *
   * @param labels all labels with their places
   * @param numbered subzones that only the table names; the first has number 1
   * @param seen subzones that the style labels and that the page shows
   */
  record Placed(List<Label> labels, List<Subzone> numbered, List<Subzone> seen) {
    /** The labels without numbers above one: a number that no table explains says nothing. */
    List<Label> upTo(int number) {
      return labels.stream().filter(label -> label.number() <= number).toList();
    }
  }

  /**
   * A subzone that wants a label.
   *
   * @param seen the part of it on the page, mm
   * @param centre of the largest circle in that part
   */
  private record Wish(Subzone subzone, StyleLayer step, Polygon seen, Coordinate centre) {}

  Placed place(List<Subzone> subzones) throws IOException {
    List<Wish> wishes = new ArrayList<>();
    for (Subzone subzone : subzones) {
      wish(subzone).ifPresent(wishes::add);
    }
    wishes.sort(
        Comparator.comparingDouble((Wish wish) -> -wish.seen().getArea())
            .thenComparing(wish -> wish.subzone().code()));
    List<Label> labels = new ArrayList<>();
    List<Wish> left = new ArrayList<>();
    for (Wish wish : wishes) {
      Label label = inside(wish);
      if (label == null) {
        left.add(wish);
      } else {
        labels.add(label);
        taken.add(corners(label));
      }
    }
    left.sort(Comparator.comparing(wish -> wish.subzone().code()));
    List<Subzone> numbered = new ArrayList<>();
    List<PreparedGeometry> areas = new ArrayList<>();
    wishes.forEach(wish -> areas.add(PreparedGeometryFactory.prepare(wish.seen())));
    // more lines than that would hide the plan
    boolean leaders = left.size() <= MOST_LEADERS;
    for (Wish wish : left) {
      Label label = leaders ? beside(wish, areas) : null;
      if (label == null) {
        numbered.add(wish.subzone());
        label = number(wish, numbered.size());
      }
      if (label != null) {
        labels.add(label);
        taken.add(corners(label));
      }
    }
    Set<String> seen =
        wishes.stream().map(wish -> wish.subzone().uid()).collect(Collectors.toSet());
    return new Placed(
        List.copyOf(labels),
        List.copyOf(numbered),
        subzones.stream().filter(s -> seen.contains(s.uid())).toList());
  }

  /** What a map without labels says: which subzones there are. */
  Placed unplaced(List<Subzone> subzones) {
    return new Placed(
        List.of(), List.of(), subzones.stream().filter(s -> step(s).isPresent()).toList());
  }

  private Optional<StyleLayer> step(Subzone subzone) {
    Attributes attributes = SheetPlan.attributes(subzone);
    return look.subzones().layers().stream()
        .filter(s -> s.type() == LayerType.SYMBOL && s.companion().isEmpty())
        .filter(s -> s.isVisibleAt(zoom) && s.accepts(attributes, zoom))
        .findFirst();
  }

  private Optional<Wish> wish(Subzone subzone) {
    Optional<StyleLayer> step = step(subzone);
    if (step.isEmpty()) {
      return Optional.empty();
    }
    Polygon seen = seen(subzone.shape());
    if (seen == null) {
      return Optional.empty();
    }
    double tolerance = Math.max(0.1, Math.sqrt(seen.getArea()) / 100);
    Coordinate centre = MaximumInscribedCircle.getCenter(seen, tolerance).getCoordinate();
    return centre == null
        ? Optional.empty()
        : Optional.of(new Wish(subzone, step.get(), seen, centre));
  }

  /** The part of a subzone on the page, in mm; null where there is none to speak of. */
  private @Nullable Polygon seen(Polygon shape) {
    Envelope ground = window.ground();
    LinearRing shell = ring(shape.getExteriorRing(), ground);
    if (shell == null) {
      return null;
    }
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < shape.getNumInteriorRing(); i++) {
      LinearRing hole = ring(shape.getInteriorRingN(i), ground);
      if (hole != null) {
        holes.add(hole);
      }
    }
    Polygon seen = PAPER.createPolygon(shell, holes.toArray(LinearRing[]::new));
    return seen.getArea() < 0.2 ? null : seen;
  }

  private @Nullable LinearRing ring(LinearRing ring, Envelope ground) {
    Coordinate[] clipped = Traced.clip(ring, ground);
    if (clipped.length < 4) {
      return null;
    }
    Coordinate[] onPaper = new Coordinate[clipped.length];
    for (int i = 0; i < clipped.length; i++) {
      onPaper[i] = new Coordinate(window.x(clipped[i].x), window.y(clipped[i].y));
    }
    return PAPER.createLinearRing(onPaper);
  }

  private @Nullable Label inside(Wish wish) throws IOException {
    PreparedGeometry room = PreparedGeometryFactory.prepare(wish.seen());
    double along = along(wish.seen());
    List<Row> full = rows(wish, 1);
    for (int count = full.size(); count >= 2; count--) {
      for (double share : new double[] {1, 0.8}) {
        Label label = fit(wish, room, scaled(full.subList(0, count), share), 0);
        if (label != null) {
          return label;
        }
      }
    }
    List<Row> pair = full.subList(0, Math.min(2, full.size()));
    List<Row> code = full.subList(0, 1);
    for (double share : new double[] {1, 0.8}) {
      Label label = fit(wish, room, scaled(pair, share), along);
      label = label == null ? fit(wish, room, scaled(code, share), 0) : label;
      label = label == null ? fit(wish, room, scaled(code, share), along) : label;
      if (label != null) {
        return label;
      }
    }
    Label label = fit(wish, room, scaled(code, 0.62), 0);
    return label == null ? fit(wish, room, scaled(code, 0.62), along) : label;
  }

  private List<Row> rows(Wish wish, double share) {
    Subzone subzone = wish.subzone();
    Attributes attributes = SheetPlan.attributes(subzone);
    double size = wish.step().number(Property.TEXT_SIZE, attributes, zoom) * pixelMm * share;
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(subzone.code(), wish.step().bold(attributes, zoom), size));
    rows.add(
        new Row(Words.number(subzone.areaM2() / 10_000, 2, language) + " ha", false, size * 0.85));
    if (subzone.landUse() == LandUse.SUPPORT) {
      LandUse use = subzone.landUse();
      rows.add(new Row(language.choose(use.nameVi(), use.nameEn()), true, size * 0.85));
    }
    return rows;
  }

  private static List<Row> scaled(List<Row> rows, double share) {
    return rows.stream().map(r -> new Row(r.text(), r.bold(), r.size() * share)).toList();
  }

  private @Nullable Label fit(Wish wish, PreparedGeometry room, List<Row> rows, double angle)
      throws IOException {
    if (rows.get(0).size() < LEAST_SIZE_MM) {
      return null;
    }
    for (Coordinate at : List.of(wish.seen().getCentroid().getCoordinate(), wish.centre())) {
      Label label = label(wish, rows, at.x, at.y, angle, null);
      Geometry corners = corners(label);
      if (edge.contains(corners) && room.covers(corners) && isFree(corners)) {
        return label;
      }
    }
    return null;
  }

  private Label label(
      Wish wish, List<Row> rows, double x, double y, double angle, @Nullable Coordinate target)
      throws IOException {
    Attributes attributes = SheetPlan.attributes(wish.subzone());
    double width = 0;
    double height = 0;
    for (Row row : rows) {
      width = Math.max(width, faces.width(row.text(), row.bold(), row.size()));
      height += row.size() * LINE_HEIGHT;
    }
    double pad = rows.get(0).size() * 0.25;
    Colour plate =
        target == null ? wish.step().colour(Property.TEXT_HALO_COLOR, attributes, zoom) : Pen.WHITE;
    return new Label(
        rows,
        x,
        y,
        angle,
        width + 2 * pad,
        height,
        wish.step().colour(Property.TEXT_COLOR, attributes, zoom),
        plate,
        target,
        0);
  }

  /** A label on a leader line: outside of everything if it can, else on other land. */
  private @Nullable Label beside(Wish wish, List<PreparedGeometry> areas) throws IOException {
    List<Row> rows = scaled(rows(wish, 1).subList(0, 1), 0.75);
    if (rows.get(0).size() < LEAST_SIZE_MM) {
      rows = List.of(new Row(rows.get(0).text(), true, LEAST_SIZE_MM));
    }
    for (boolean outside : new boolean[] {true, false}) {
      for (double reach : LEADERS) {
        for (int i = 0; i < DIRECTIONS; i++) {
          double angle = 2 * Math.PI * i / DIRECTIONS;
          double distance = reach * rows.get(0).size() / 2;
          double x = wish.centre().x + distance * Math.cos(angle);
          double y = wish.centre().y + distance * Math.sin(angle);
          Label label = label(wish, rows, x, y, 0, wish.centre());
          Geometry corners = corners(label);
          Geometry line =
              PAPER.createLineString(new Coordinate[] {wish.centre(), new Coordinate(x, y)});
          if (edge.contains(corners)
              && !corners.contains(PAPER.createPoint(wish.centre()))
              && isFree(corners)
              && isFree(line)
              && (!outside || areas.stream().noneMatch(area -> area.intersects(corners)))) {
            taken.add(line);
            return label;
          }
        }
      }
    }
    return null;
  }

  /** The number of a subzone in the table, null where not even that has room. */
  private @Nullable Label number(Wish wish, int number) throws IOException {
    double size = Math.max(LEAST_SIZE_MM, rows(wish, 0.55).get(0).size());
    List<Row> rows = List.of(new Row(String.valueOf(number), true, size));
    Label label = label(wish, rows, wish.centre().x, wish.centre().y, 0, null).numbered(number);
    Geometry corners = corners(label);
    return edge.contains(corners) && isFree(corners) ? label : null;
  }

  private boolean isFree(Geometry place) {
    return taken.stream()
        .noneMatch(
            other ->
                other.getEnvelopeInternal().intersects(place.getEnvelopeInternal())
                    && other.intersects(place));
  }

  private static Geometry corners(Label label) {
    double cos = Math.cos(label.angle());
    double sin = Math.sin(label.angle());
    Coordinate[] corners = new Coordinate[5];
    int[][] signs = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
    for (int i = 0; i < 5; i++) {
      double dx = signs[i][0] * label.width() / 2;
      double dy = signs[i][1] * label.height() / 2;
      corners[i] = new Coordinate(label.x() + dx * cos - dy * sin, label.y() + dx * sin + dy * cos);
    }
    return PAPER.createPolygon(corners);
  }

  /** Direction of a shape's longer side, readable from below or from the right. */
  private static double along(Polygon shape) {
    Coordinate[] box = MinimumAreaRectangle.getMinimumRectangle(shape).getCoordinates();
    if (box.length < 4) {
      return 0;
    }
    boolean first = box[0].distance(box[1]) >= box[1].distance(box[2]);
    Coordinate from = first ? box[0] : box[1];
    Coordinate to = first ? box[1] : box[2];
    double angle = Math.atan2(to.y - from.y, to.x - from.x);
    // upwards rather than downwards: from 60 degrees below level to 30 beyond upright
    if (angle > Math.toRadians(120)) {
      angle -= Math.PI;
    } else if (angle <= Math.toRadians(-60)) {
      angle += Math.PI;
    }
    return angle;
  }

  /** Draws labels with their plates and leader lines. */
  static void draw(List<Label> labels, Pen pen) throws IOException {
    for (Label label : labels) {
      Coordinate target = label.target();
      if (target != null) {
        pen.line(target.x, target.y, label.x(), label.y(), 0.15, Pen.INK);
        double r = 0.35;
        pen.fill(new Box(target.x - r, target.y - r, 2 * r, 2 * r), Pen.INK);
      }
      List<double[]> plate = List.of(ring(corners(label)));
      pen.fill(plate, label.plate());
      if (target != null) {
        pen.stroke(plate, 0.1, Pen.INK, List.of());
      }
      double up = label.height() / 2;
      for (Row row : label.rows()) {
        up -= row.size() * LINE_HEIGHT;
        double base = up + row.size() * (LINE_HEIGHT - Faces.CAPITALS) / 2;
        pen.text(
            row.text(),
            label.x() - base * Math.sin(label.angle()),
            label.y() + base * Math.cos(label.angle()),
            label.angle(),
            new Pen.Ink(row.bold(), row.size(), label.colour()),
            Pen.Align.CENTRE);
      }
    }
  }

  private static double[] ring(Geometry box) {
    Coordinate[] corners = box.getCoordinates();
    double[] xy = new double[8];
    for (int i = 0; i < 4; i++) {
      xy[2 * i] = corners[i].x;
      xy[2 * i + 1] = corners[i].y;
    }
    return xy;
  }
}

package vn.khuxuong.zoning.synthetic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.synthetic.Patchwork.Cell;
import vn.khuxuong.zoning.synthetic.SyntheticZone.Plot;
import vn.khuxuong.zoning.synthetic.SyntheticZone.Subzone;

/**
 * Draws one zone: its blocks and roads (see {@link StreetPlan}), a lake in a park and now and then
 * ground that does not belong to it, plots on the blocks for land, and sites for buildings on the
 * blocks for high-rise factories.
 */
final class ZoneDrawing {
  private static final double AVERAGE_SUBZONES = 25;
  private static final double AVERAGE_PLOTS = 1000;
  private static final double AVERAGE_BUILDINGS = 100;
  private static final double YARD_M = 14;
  private static final double SETBACK_M = 8;
  private static final double SHARE_WITH_ENCLAVE = 0.08;

  private final ZonePlace place;
  private final Random random;
  private final GeometryFactory factory;
  private final AffineTransformation onto;
  private final StreetPlan streets;
  private final List<Subzone> subzones = new ArrayList<>();
  private final List<Plot> plots = new ArrayList<>();
  private final List<AffineTransformation> sites = new ArrayList<>();
  private final Map<LandUse, Integer> numbers = new EnumMap<>(LandUse.class);
  private @Nullable List<Coordinate> enclave;

  ZoneDrawing(ZonePlace place) {
    this.place = place;
    this.random = new Random(place.seed());
    this.factory = place.legal().geometryFactory();
    int buildings = (int) Math.round(AVERAGE_BUILDINGS * place.size());
    this.streets =
        new StreetPlan(
            (int) Math.round(AVERAGE_SUBZONES * place.size()),
            buildings,
            outlineVertices(),
            random);
    this.onto = ontoTheGround();
  }

  /** 60 to 2,000, half of them below 250. */
  private int outlineVertices() {
    double drawn = 250 * StrictMath.exp(0.9 * random.nextGaussian());
    return (int) Math.min(2000, Math.max(60, drawn));
  }

  private AffineTransformation ontoTheGround() {
    Coordinate middle =
        CoordinateOperation.between(Crs.CRS84, place.legal())
            .apply(new Coordinate(place.longitude(), place.latitude()));
    Envelope frame = streets.frame();
    double angle = (random.nextDouble() - 0.5) * Math.PI / 2;
    double sin = StrictMath.sin(angle);
    double cos = StrictMath.cos(angle);
    return AffineTransformation.translationInstance(-frame.centre().x, -frame.centre().y)
        .rotate(sin, cos)
        .translate(Math.rint(middle.x), Math.rint(middle.y));
  }

  SyntheticZone drawn() {
    int buildings = (int) Math.round(AVERAGE_BUILDINGS * place.size());
    double landArea =
        streets.blocks().stream()
            .filter(block -> hasPlots(block.use()))
            .mapToDouble(block -> block.cell().inside().getArea())
            .sum();
    for (StreetPlan.Block block : streets.blocks()) {
      Subzone subzone = subzone(block);
      if (block.use() == LandUse.HIGHRISE) {
        addSites(block.cell().inside(), buildings - sites.size());
      } else if (hasPlots(block.use())) {
        double share = block.cell().inside().getArea() / landArea;
        addPlots(subzone, block.cell().inside(), AVERAGE_PLOTS * place.size() * share);
      }
    }
    List<Coordinate> outline = streets.outline();
    Polygon shape = enclave == null ? polygon(outline) : polygon(outline, enclave);
    return new SyntheticZone(place, shape, subzones, plots, sites);
  }

  private static boolean hasPlots(LandUse use) {
    return use == LandUse.INDUSTRY || use == LandUse.WAREHOUSE || use == LandUse.SUPPORT;
  }

  private Subzone subzone(StreetPlan.Block block) {
    Cell cell = block.cell();
    boolean lake = block.use() == LandUse.GREEN && cell.inside().getHeight() > 120;
    boolean notOurs =
        block.use() == LandUse.SERVICE
            && enclave == null
            && random.nextDouble() < SHARE_WITH_ENCLAVE;
    if (!lake && !notOurs) {
      return add(block.use(), polygon(cell.ring()));
    }
    List<Coordinate> hole = shore(cell.inside());
    Subzone around = add(block.use(), polygon(cell.ring(), hole));
    if (lake) {
      add(LandUse.WATER, polygon(hole));
    } else {
      enclave = hole;
    }
    return around;
  }

  private Subzone add(LandUse use, Polygon shape) {
    String code =
        String.format(Locale.ROOT, "%s-%02d", use.label(), numbers.merge(use, 1, Integer::sum));
    Subzone subzone = new Subzone(code, use, 1 + random.nextInt(2), shape);
    subzones.add(subzone);
    return subzone;
  }

  /** A round and uneven ring in the middle of a box. */
  private List<Coordinate> shore(Envelope box) {
    int n = 20 + random.nextInt(40);
    double radius = 0.33 * Math.min(box.getWidth(), box.getHeight());
    double wave = random.nextDouble() * 2 * Math.PI;
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * i / n;
      double r =
          radius * (0.8 + 0.15 * StrictMath.sin(3 * angle + wave) + 0.05 * random.nextDouble());
      ring.add(
          new Coordinate(
              box.centre().x + r * StrictMath.cos(angle),
              box.centre().y + r * StrictMath.sin(angle)));
    }
    ring.add(ring.get(0).copy());
    return ring;
  }

  private void addSites(Envelope box, int most) {
    double pitchX = SyntheticZone.SITE_WIDTH_M + YARD_M;
    double pitchY = SyntheticZone.SITE_DEPTH_M + YARD_M;
    int left = most;
    for (double y = box.getMinY() + YARD_M; y + pitchY <= box.getMaxY(); y += pitchY) {
      for (double x = box.getMinX() + YARD_M;
          x + pitchX <= box.getMaxX() && left > 0;
          x += pitchX) {
        sites.add(AffineTransformation.translationInstance(x, y).compose(onto));
        left--;
      }
    }
  }

  /** How many sites a box has. */
  static int sitesIn(Envelope box) {
    double width = box.getWidth() - YARD_M;
    double height = box.getHeight() - YARD_M;
    return ((int) (width / (SyntheticZone.SITE_WIDTH_M + YARD_M)))
        * ((int) (height / (SyntheticZone.SITE_DEPTH_M + YARD_M)));
  }

  private void addPlots(Subzone subzone, Envelope block, double wanted) {
    Envelope box = new Envelope(block);
    box.expandBy(-SETBACK_M);
    int number = 0;
    for (List<Coordinate> ring : PlotRows.in(box, wanted, random)) {
      String code = String.format(Locale.ROOT, "%s-%03d", subzone.code(), ++number);
      int percent = random.nextInt(100);
      String status = percent < 15 ? "FREE" : percent < 20 ? "RESERVED" : "LET";
      plots.add(new Plot(subzone, code, status, polygon(ring)));
    }
  }

  @SafeVarargs
  private Polygon polygon(List<Coordinate> shell, List<Coordinate>... holes) {
    LinearRing[] inner = new LinearRing[holes.length];
    for (int i = 0; i < holes.length; i++) {
      inner[i] = ring(holes[i]);
    }
    return factory.createPolygon(ring(shell), inner);
  }

  private LinearRing ring(List<Coordinate> frame) {
    Coordinate[] placed = new Coordinate[frame.size()];
    for (int i = 0; i < placed.length; i++) {
      placed[i] = onto.transform(frame.get(i), new Coordinate());
    }
    return factory.createLinearRing(placed);
  }
}

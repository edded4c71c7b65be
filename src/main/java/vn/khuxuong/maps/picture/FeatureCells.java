package vn.khuxuong.maps.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.cell.CellContent;
import vn.khuxuong.maps.cell.CellKey;
import vn.khuxuong.maps.cell.CellRange;
import vn.khuxuong.maps.cell.KeptCells;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.draw.Sketch;
import vn.khuxuong.maps.draw.Sketch.Part;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.picture.LayerNeeds.Room;
import vn.khuxuong.maps.picture.LayerNeeds.Wanted;

/**
 * Features lately drawn, by cells of a grid of one to two tiles' width. A picture that comes from
 * cells shows what one from the database would.
 */
@Component
class FeatureCells {
  /** A picture over more cells than this is read from the database. */
  private static final int MOST_CELLS = 64;

  private static final Comparator<KeptFeature> BY_ID = Comparator.comparingLong(KeptFeature::id);

  private final KeptCells kept;
  private final CellStore store;

  FeatureCells(KeptCells kept, CellStore store) {
    this.kept = kept;
    this.store = store;
  }

  private record Key(CellStore.Source source, CellRange cell) implements CellKey<Cell> {
    @Override
    public Layer layer() {
      return source.layer();
    }

    @Override
    public BBox place() {
      return cell.degrees();
    }

    @Override
    public Class<Cell> type() {
      return Cell.class;
    }

    @Override
    public Cell unpack(byte[] packed) {
      return new Cell(new CellPack(packed, source.fields()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && cell.equals(key.cell) && source.readsAs(key.source);
    }

    @Override
    public int hashCode() {
      return 31 * cell.hashCode() + source.relation().hashCode() + source.column().hashCode();
    }
  }

  /**
   * What a cell holds.
   *
   * @param features null if they are too many to be kept
   */
  private record Cell(@Nullable CellPack features) implements CellContent {
    @Override
    public int weight() {
      return features == null ? 0 : features.weight();
    }

    @Override
    public byte @Nullable [] packed() {
      return features == null ? null : features.bytes();
    }
  }

  /**
   * What a layer brings to a picture; null where the database must be asked: for other days, for
   * drafts, for some features only, for storeys above one another, in other reference systems, or
   * where there is too much.
   *
   * @param bytes of shapes that it may need
   * @throws vn.khuxuong.platform.problem.ProblemException {@code TOO_MUCH}
   */
  @Nullable Sketch sketch(LayerNeeds needs, int bytes) {
    if (!kept.isOn() || !isKept(needs)) {
      return null;
    }
    LayerNeeds.Shapes shapes = needs.shapes();
    LayerNeeds.Labels labels = needs.labels();
    List<Part> painted = new ArrayList<>();
    List<Part> inside = new ArrayList<>();
    List<Part> free = new ArrayList<>();
    Found found = new Found(needs, bytes);
    if (!found.groups(shapes.groups(), painted)
        || !found.features(shapes.features(), inside)
        || !found.labels(labels, free)) {
      return null;
    }
    painted.addAll(inside);
    return new Sketch(needs.drawn().style(), needs.crs(), Crs.EPSG_3857, painted, inside, free);
  }

  private static boolean isKept(LayerNeeds needs) {
    PictureLayer drawn = needs.drawn();
    Layer layer = drawn.layer();
    return drawn.isPresent()
        && layer.now() != null
        && layer.schema().equals(Layer.PUBLISHED)
        && layer.floor() == null
        && drawn.condition() == null
        && needs.crs() == Crs.EPSG_3857
        && needs.request().view().box().crs() == Crs.EPSG_3857;
  }

  /** Finds the features of one layer for one picture. */
  private final class Found {
    private final MapView view;
    private final CellStore.Source source;
    private final int bytes;

    Found(LayerNeeds needs, int bytes) {
      this.view = needs.request().view();
      this.source = CellStore.Source.of(needs);
      this.bytes = bytes;
    }

    /** Those that look alike put together, in the order of their values; false if not kept. */
    boolean groups(@Nullable Wanted wanted, List<Part> into) {
      if (wanted == null) {
        return true;
      }
      int[] columns = source.columns(wanted.fields());
      Map<String, Group> groups = new LinkedHashMap<>();
      boolean kept =
          select(
              wanted,
              feature -> groups.computeIfAbsent(values(feature, columns), Group::new).add(feature));
      groups.values().stream().sorted().map(Group::part).forEach(into::add);
      return kept;
    }

    /** Those that are painted one by one. */
    boolean features(@Nullable Wanted wanted, List<Part> into) {
      List<KeptFeature> features = new ArrayList<>();
      if (wanted == null || !select(wanted, features::add)) {
        return wanted == null;
      }
      features.sort(BY_ID);
      features.forEach(feature -> into.add(feature.part()));
      return true;
    }

    /** Those that are named without regard to their shapes. */
    boolean labels(LayerNeeds.@Nullable Labels labels, List<Part> into) {
      if (labels == null) {
        return true;
      }
      if (source.label() == null) {
        return features(labels.wanted(), into);
      }
      List<KeptFeature> features = new ArrayList<>();
      BBox points = labels.points();
      boolean kept =
          select(
              labels.wanted(),
              feature -> {
                if (points == null || feature.isNamedIn(points)) {
                  features.add(feature);
                }
              });
      features.sort(BY_ID);
      for (KeptFeature feature : features) {
        into.add(feature.label(!view.isTile() && !feature.isNamedIn(view.box())));
      }
      return kept;
    }

    private boolean select(Wanted wanted, Consumer<KeptFeature> sink) {
      CellRange range = CellRange.of(wanted.box(), view.pixelWidth());
      List<Cell> covered = cells(source, range);
      if (covered == null) {
        return false;
      }
      int count = 0;
      long size = 0;
      int n = 0;
      for (int y = range.firstY(); y <= range.lastY(); y++) {
        for (int x = range.firstX(); x <= range.lastX(); x++) {
          CellPack features = covered.get(n++).features;
          if (features == null) {
            return false;
          }
          for (int row = 0; row < features.count(); row++) {
            if (isWanted(features, row, wanted) && isFirst(features, row, range, x, y)) {
              sink.accept(new KeptFeature(features, row));
              count++;
              size += features.shapeLength(row);
            }
          }
        }
      }
      if (count > LayerNeeds.MAX_FEATURES || size > bytes / wanted.share()) {
        throw PictureStore.tooMuch();
      }
      return true;
    }
  }

  /** One that lies in several cells is taken from the first. */
  private static boolean isFirst(CellPack features, int row, CellRange range, int x, int y) {
    return Math.max(range.firstX(), range.at(features.minX(row))) == x
        && Math.max(range.firstY(), range.at(features.minY(row))) == y;
  }

  private static boolean isWanted(CellPack features, int row, Wanted wanted) {
    BBox box = wanted.box();
    Room room = wanted.room();
    return features.minX(row) <= box.maxX()
        && features.minY(row) <= box.maxY()
        && features.maxX(row) >= box.minX()
        && features.maxY(row) >= box.minY()
        && (room == null
            || room.fits(
                features.maxX(row) - features.minX(row), features.maxY(row) - features.minY(row)));
  }

  private static String values(KeptFeature feature, int[] columns) {
    if (columns.length == 1) {
      return String.valueOf(feature.text(columns[0])); // as mostly, and many of them
    }
    StringBuilder values = new StringBuilder();
    for (int column : columns) {
      values.append(feature.text(column)).append('\u0001');
    }
    return values.toString();
  }

  /** Features that look alike. */
  private static final class Group implements Comparable<Group> {
    private final String values;
    private final List<KeptFeature> features = new ArrayList<>();

    Group(String values) {
      this.values = values;
    }

    void add(KeptFeature feature) {
      features.add(feature);
    }

    Part part() {
      features.sort(BY_ID); // as the database does, so that equal pictures are equal bytes
      int size = features.stream().mapToInt(KeptFeature::shapeLength).sum();
      byte[] shapes = new byte[size];
      int at = 0;
      for (KeptFeature feature : features) {
        feature.copyShape(shapes, at);
        at += feature.shapeLength();
      }
      return Part.of("", features.get(0), shapes);
    }

    @Override
    public int compareTo(Group other) {
      return values.compareTo(other.values);
    }
  }

  /** The cells row by row; null if there are too many. */
  private @Nullable List<Cell> cells(CellStore.Source source, CellRange range) {
    if (range.count() > MOST_CELLS) {
      return null;
    }
    long latest = kept.latest();
    List<@Nullable Cell> found = new ArrayList<>();
    CellRange missing = null;
    for (int y = range.firstY(); y <= range.lastY(); y++) {
      for (int x = range.firstX(); x <= range.lastX(); x++) {
        CellRange at = range.cell(x, y);
        Cell cell = kept.find(new Key(source, at), latest);
        if (cell == null) {
          missing = missing == null ? at : missing.with(at);
        }
        found.add(cell);
      }
    }
    Map<CellRange, Cell> read = missing == null ? Map.of() : read(source, missing, latest);
    List<Cell> all = new ArrayList<>();
    int n = 0;
    for (int y = range.firstY(); y <= range.lastY(); y++) {
      for (int x = range.firstX(); x <= range.lastX(); x++) {
        Cell cell = found.get(n++);
        all.add(cell != null ? cell : read.getOrDefault(range.cell(x, y), NOTHING));
      }
    }
    return all;
  }

  private static final Cell NOTHING = new Cell(CellPack.of(List.of(), List.of()));

  private Map<CellRange, Cell> read(CellStore.Source source, CellRange range, long latest) {
    Map<CellRange, KeptCells.Moment> moments = new LinkedHashMap<>();
    for (int y = range.firstY(); y <= range.lastY(); y++) {
      for (int x = range.firstX(); x <= range.lastX(); x++) {
        CellRange at = range.cell(x, y);
        moments.put(at, kept.before(new Key(source, at), latest));
      }
    }
    List<ReadFeature> features = store.read(source, range.box());
    Map<CellRange, List<ReadFeature>> lists = new LinkedHashMap<>();
    if (features != null) {
      moments.keySet().forEach(at -> lists.put(at, new ArrayList<>()));
      for (ReadFeature feature : features) {
        for (int y = range.at(feature.minY()); y <= range.at(feature.maxY()); y++) {
          for (int x = range.at(feature.minX()); x <= range.at(feature.maxX()); x++) {
            List<ReadFeature> list = lists.get(range.cell(x, y));
            if (list != null) {
              list.add(feature);
            }
          }
        }
      }
    }
    Map<CellRange, Cell> read = new LinkedHashMap<>();
    moments.forEach(
        (at, before) -> {
          List<ReadFeature> list = lists.get(at);
          Cell cell = new Cell(list == null ? null : CellPack.of(list, source.fields()));
          kept.keep(new Key(source, at), before, cell);
          read.put(at, cell);
        });
    return read;
  }
}

package vn.khuxuong.zoning.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.ShapeRefusal;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.edit.EditRefusal.Reason;

/**
 * The subzones while a batch works on them. New vertices lie on the storage grid, and one that is
 * put on an edge is put on it for every owner, so that neighbours stay neighbours to the last bit.
 */
final class Fabric {
  /**
   * What lies nearer than this is the same place: ten steps of the storage grid, and a tenth of
   * what survey drawings write.
   */
  static final double TOUCH_M = 0.001;

  /**
   * Ground less than this is nothing a planner could mean: the areas of plans have two decimals.
   */
  static final double NOISE_M2 = 0.01;

  private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,6})");

  private final Crs legal;
  private final Geometry outline;
  private final Supplier<String> newUid;
  private final Map<String, Subzone> subzones;
  private final Set<String> changed = new LinkedHashSet<>();
  private final Map<String, Integer> coded = new HashMap<>();
  private int edits;
  private @Nullable String hidden;

  Fabric(Map<String, Subzone> before, Zone zone, Supplier<String> newUid) {
    this.legal = zone.legal();
    this.outline = StorageGrid.settle(zone.outline(), legal);
    this.newUid = newUid;
    this.subzones = new LinkedHashMap<>(before);
  }

  Map<String, Subzone> result() {
    return new LinkedHashMap<>(subzones);
  }

  Geometry outline() {
    return outline;
  }

  GeometryFactory factory() {
    return legal.geometryFactory();
  }

  Collection<Subzone> all() {
    return List.copyOf(subzones.values());
  }

  /**
   * By uid, else by code. While two have one code, it is the name of the one that had it before the
   * batch.
   */
  Subzone get(String name, String field) {
    Subzone found = subzones.get(name);
    boolean byUid = found != null;
    for (Subzone subzone : subzones.values()) {
      if (!byUid
          && subzone.code().equals(name)
          && (found == null || !coded.containsKey(subzone.uid()))) {
        found = subzone;
      }
    }
    if (found == null) {
      String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
      throw EditRefusal.because(
              Reason.UNKNOWN_SUBZONE,
              "Không có phân khu “" + shown + "” trong đồ án.",
              "There is no subzone “" + shown + "” in the plan.")
          .field(field)
          .remedy("Dùng mã hoặc uid đang có.", "Use a code or uid that is there.");
    }
    return found;
  }

  /** The state of a subzone now, after what was done to it meanwhile. */
  Subzone now(Subzone subzone) {
    return subzones.getOrDefault(subzone.uid(), subzone);
  }

  List<Subzone> near(Envelope where) {
    List<Subzone> near = new ArrayList<>();
    for (Subzone subzone : subzones.values()) {
      if (!subzone.uid().equals(hidden)
          && subzone.shape().getEnvelopeInternal().intersects(where)) {
        near.add(subzone);
      }
    }
    return near;
  }

  /** Keeps a subzone out of the way while another stands for both; null for none. */
  void hide(@Nullable String uid) {
    hidden = uid;
  }

  /** Codes may be double until the batch ends, see {@link #judgeCodes}. */
  void put(Subzone subzone) {
    Subzone before = subzones.put(subzone.uid(), subzone);
    if (before == null || !before.code().equals(subzone.code())) {
      coded.put(subzone.uid(), edits);
    }
    changed.add(subzone.uid());
  }

  void reshape(Subzone subzone, Polygon shape) {
    put(now(subzone).withShape(shape));
  }

  void remove(Subzone subzone) {
    subzones.remove(subzone.uid());
  }

  String uid() {
    return newUid.get();
  }

  /** A uid that somebody wants for a new subzone, if nobody has it. */
  String free(String uid) {
    Subzone holder = subzones.get(uid);
    if (holder != null) {
      throw EditRefusal.because(
              Reason.BAD_ATTRIBUTE,
              "Đồ án đã có phân khu mang định danh này.",
              "The plan has a subzone of this uid already.")
          .field("uid")
          .at(holder.shape());
    }
    return uid;
  }

  /** Another subzone like this one, under the next free code. */
  void twin(Subzone like, @Nullable String code, Polygon shape) {
    put(like.twin(uid(), code == null ? codeAfter(like.code()) : code, shape));
  }

  /**
   * Gives the largest part to the subzone itself and the others to twins of it.
   *
   * @param codes for the others, largest first
   */
  void divide(Subzone subzone, List<Polygon> parts, List<String> codes) {
    List<Polygon> largestFirst =
        parts.stream().sorted(Comparator.comparingDouble(Polygon::getArea).reversed()).toList();
    reshape(subzone, largestFirst.get(0));
    for (int i = 1; i < largestFirst.size(); i++) {
      twin(now(subzone), i <= codes.size() ? codes.get(i - 1) : null, largestFirst.get(i));
    }
  }

  /** Next free code of the same series: CN-08 after CN-01 when CN-07 is the last. */
  String codeAfter(String code) {
    Matcher numbered = NUMBERED.matcher(code);
    return numbered.matches()
        ? next(numbered.group(1), numbered.group(2).length())
        : next(code.substring(0, Math.min(code.length(), 12)) + "-", 1);
  }

  String codeFor(LandUse use) {
    return next(use.label() + "-", 2);
  }

  private String next(String prefix, int digits) {
    int last = digits == 1 && !prefix.isEmpty() ? 1 : 0;
    for (Subzone subzone : subzones.values()) {
      Matcher numbered = NUMBERED.matcher(subzone.code());
      if (numbered.matches() && numbered.group(1).equals(prefix)) {
        last = Math.max(last, Integer.parseInt(numbered.group(2)));
      }
    }
    return prefix + numbered(last + 1, digits);
  }

  static String numbered(int number, int digits) {
    String text = String.valueOf(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  Coordinate settle(Coordinate c) {
    return StorageGrid.settle(factory().createPoint(c), legal).getCoordinate();
  }

  /** Puts nodes on every edge that passes them and has no vertex there. */
  void insert(Collection<Coordinate> nodes) {
    if (nodes.isEmpty()) {
      return;
    }
    KdTree tree = new KdTree();
    Envelope where = new Envelope();
    for (Coordinate node : nodes) {
      tree.insert(node);
      where.expandToInclude(node);
    }
    where.expandBy(TOUCH_M);
    for (Subzone subzone : near(where)) {
      boolean[] hit = new boolean[1];
      Polygon shape = Rings.mapped(subzone.shape(), ring -> with(ring, tree, where, hit));
      if (hit[0]) {
        put(subzone.withShape(shape));
      }
    }
  }

  private static Coordinate[] with(Coordinate[] ring, KdTree nodes, Envelope where, boolean[] hit) {
    List<Coordinate> noded = new ArrayList<>(ring.length + 4);
    for (int i = 0; i + 1 < ring.length; i++) {
      noded.add(ring[i]);
      Envelope around = new Envelope(ring[i], ring[i + 1]);
      if (!around.intersects(where)) {
        continue;
      }
      around.expandBy(TOUCH_M);
      LineSegment edge = new LineSegment(ring[i], ring[i + 1]);
      List<Coordinate> on = new ArrayList<>();
      for (Object found : nodes.query(around)) {
        Coordinate node = ((KdNode) found).getCoordinate();
        if (node.distance(edge.p0) > TOUCH_M
            && node.distance(edge.p1) > TOUCH_M
            && edge.distance(node) <= TOUCH_M) {
          on.add(node);
        }
      }
      on.sort(Comparator.comparingDouble(edge.p0::distance));
      noded.addAll(on);
      hit[0] |= !on.isEmpty();
    }
    noded.add(ring[ring.length - 1]);
    return noded.toArray(Coordinate[]::new);
  }

  /** Refuses what the edit just done made invalid, and forgets what changed. */
  void judge() {
    judgeShapes();
    changed.clear();
    edits++;
  }

  /** Refuses a batch that leaves two subzones one code, as the fault of who was given it last. */
  void judgeCodes() {
    Map<String, Subzone> byCode = new HashMap<>();
    for (Subzone subzone : subzones.values()) {
      Subzone other = byCode.putIfAbsent(subzone.code(), subzone);
      if (other != null) {
        int given = coded.getOrDefault(subzone.uid(), -1);
        int givenToOther = coded.getOrDefault(other.uid(), -1);
        throw codeTaken(given < givenToOther ? subzone : other)
            .inEdit(Math.max(given, givenToOther));
      }
    }
  }

  private EditRefusal codeTaken(Subzone holder) {
    return EditRefusal.because(
            Reason.CODE_TAKEN,
            "Mã “" + holder.code() + "” đã dùng cho phân khu khác.",
            "Code “" + holder.code() + "” is another subzone's.")
        .field("code")
        .at(holder.shape())
        .remedy(
            "Chọn mã khác, ví dụ " + codeAfter(holder.code()) + ".",
            "Take another code, for example " + codeAfter(holder.code()) + ".");
  }

  /** Refuses what the edit made invalid so far. */
  void judgeShapes() {
    for (String uid : changed) {
      Subzone subzone = subzones.get(uid);
      if (subzone != null && !subzone.shape().isValid()) {
        throw invalid(subzone);
      }
      if (subzone != null && subzone.shape().isEmpty()) {
        throw nothingLeft(subzone);
      }
    }
  }

  private EditRefusal invalid(Subzone subzone) {
    try {
      GeoJson.readGeometry(
          GeoJson.write(subzone.shape()), ShapeRules.vietnam(legal).anywhere().areasOnly());
      throw new IllegalStateException(subzone.code() + " is both valid and invalid");
    } catch (ShapeRefusal e) {
      return refusal(e, legal, subzone.code() + ": ");
    }
  }

  static EditRefusal nothingLeft(Subzone subzone) {
    return EditRefusal.because(
            Reason.NOTHING_LEFT,
            "Phân khu “" + subzone.code() + "” sẽ không còn gì.",
            "Nothing would be left of subzone “" + subzone.code() + "”.")
        .at(subzone.shape())
        .remedy(
            "Nếu đúng ý, hãy xóa phân khu này trước.",
            "If that is meant, remove the subzone first.");
  }

  static EditRefusal refusal(ShapeRefusal e, Crs legal, String before) {
    EditRefusal refusal = EditRefusal.because(Reason.BAD_SHAPE, before + e.vi(), before + e.en());
    return e.place()
        .map(p -> p.in(legal))
        .map(p -> refusal.at(legal.geometryFactory().createPoint(new Coordinate(p.x(), p.y()))))
        .orElse(refusal);
  }
}

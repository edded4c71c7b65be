package vn.khuxuong.maps.layer;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One layer of the catalogue: a view and everything a door must know to serve it.
 *
 * <p>All names of views and columns in it are checked identifiers and may be written into SQL.
 *
 * @param id name in URLs, in WMS and in tiles
 * @param title what people call it
 * @param description one or two sentences about what it shows
 * @param schema where its views are: {@link #PUBLISHED} or {@link #DRAFTING}
 * @param view view in that schema, without the schema; answers for any day
 * @param now view of the same columns and of those that {@link Geometry} names besides, kept ready
 *     for today and for what is known now, null where there is none
 * @param key name of the column that identifies a feature in URLs, unique and never null: {@link
 *     #ID_COLUMN} or one of the public fields
 * @param geometry where and what its shapes are
 * @param fields its attributes in the order in which they are served
 * @param zoom web-map zoom levels at which it makes sense
 * @param scale map scales at which it is drawn
 * @param style name of its style file without extension
 * @param label field that names a feature on the map, null for a layer without labels
 * @param time the columns that say when a feature is in force, null for a layer without time
 * @param floor field with the storey a feature is on, null for a layer without storeys
 * @param order drawing order: lower is drawn first, under the others
 * @param roles who may know of the layer; empty means everybody. For others it does not exist
 * @param editable whether features may be changed through the doors
 * @param dataStatus how far the layer may be trusted; a view's column {@code data_status} speaks
 *     for the single feature
 * @param licence under what terms the data may be used
 * @param attribution whom to name beside the map
 */
public record Layer(
    String id,
    Text title,
    Text description,
    String schema,
    String view,
    @Nullable String now,
    String key,
    Geometry geometry,
    List<Field> fields,
    Zoom zoom,
    Scale scale,
    String style,
    @Nullable String label,
    @Nullable Period time,
    @Nullable String floor,
    int order,
    Set<String> roles,
    boolean editable,
    DataStatus dataStatus,
    Text licence,
    Text attribution) {

  /** Ending of the names of the point layers that carry the labels of polygon layers in tiles. */
  public static final String LABEL_SUFFIX = "_label";

  /** The column every published view has: a unique number, the feature id in vector tiles. */
  public static final String ID_COLUMN = "id";

  private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  /**
   * The field every editable layer has: a number that moves with every change of the feature. Who
   * changes a feature and cannot send {@code If-Match} sends it back.
   */
  public static final String VERSION_FIELD = "version";

  /** Schema of what anybody may read. */
  public static final String PUBLISHED = "published";

  /** Schema of what only those who work on plans may read, with a database role of its own. */
  public static final String DRAFTING = "drafting";

  public Layer {
    requireIdentifier(id);
    requireIdentifier(schema);
    requireIdentifier(view);
    if (now != null) {
      requireIdentifier(now);
    }
    requireIdentifier(key);
    fields = List.copyOf(fields);
    roles = Set.copyOf(roles);
  }

  /** Layers that are equal have the same id, and to look at all they have takes long. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** A layer of schema {@link #PUBLISHED}. */
  public Layer(
      String id,
      Text title,
      Text description,
      String view,
      @Nullable String now,
      String key,
      Geometry geometry,
      List<Field> fields,
      Zoom zoom,
      Scale scale,
      String style,
      @Nullable String label,
      @Nullable Period time,
      @Nullable String floor,
      int order,
      Set<String> roles,
      boolean editable,
      DataStatus dataStatus,
      Text licence,
      Text attribution) {
    this(
        id,
        title,
        description,
        PUBLISHED,
        view,
        now,
        key,
        geometry,
        fields,
        zoom,
        scale,
        style,
        label,
        time,
        floor,
        order,
        roles,
        editable,
        dataStatus,
        licence,
        attribution);
  }

  /** Kinds of shape a layer may have. */
  public enum GeometryType {
    POINT("Point"),
    MULTI_POINT("MultiPoint"),
    LINE_STRING("LineString"),
    MULTI_LINE_STRING("MultiLineString"),
    POLYGON("Polygon"),
    MULTI_POLYGON("MultiPolygon"),
    /** Anything, or a mixture such as polygons and multipolygons. */
    GEOMETRY("Geometry");

    private final String word;

    GeometryType(String word) {
      this.word = word;
    }

    /** The name in GeoJSON and PostGIS. */
    public String word() {
      return word;
    }

    /** Whether the shapes are areas. */
    public boolean isArea() {
      return this == POLYGON || this == MULTI_POLYGON;
    }
  }

  /**
   * Where a layer's shapes are.
   *
   * @param column column with the shape as stored, in {@code storageCrs}
   * @param column3857 column with the same shape in EPSG:3857, for tiles
   * @param type kind of shape
   * @param storageCrs EPSG code of {@code column}
   * @param label column of view {@link Layer#now} with the one point in EPSG:3857 at which a
   *     feature is named, null where there is none
   * @param coarse coarser copies of the shape in columns of view {@link Layer#now}, the coarsest
   *     first; neighbours keep their common edges in all of them
   */
  public record Geometry(
      String column,
      String column3857,
      GeometryType type,
      int storageCrs,
      @Nullable String label,
      List<Coarse> coarse) {
    public Geometry {
      requireIdentifier(column);
      requireIdentifier(column3857);
      if (label != null) {
        requireIdentifier(label);
      }
      coarse = List.copyOf(coarse);
    }

    /**
     * The column in EPSG:3857 that is fine enough for a zoom.
     *
     * @param zoom of 256-pixel web map tiles
     */
    public String column3857(double zoom) {
      return coarse.stream()
          .filter(copy -> zoom < copy.maxZoom() + 1)
          .findFirst()
          .map(Coarse::column)
          .orElse(column3857);
    }
  }

  /**
   * A coarser copy of the shapes in EPSG:3857.
   *
   * @param maxZoom last zoom at which it looks like the shape itself
   * @param column its column
   */
  public record Coarse(int maxZoom, String column) {
    public Coarse {
      requireIdentifier(column);
    }
  }

  /**
   * Zoom levels of the web tile scheme, both included, within 0 to 24.
   *
   * @param min lowest level at which the layer is worth asking for
   * @param max highest level at which tiles are made; clients enlarge them beyond
   */
  public record Zoom(int min, int max) {
    public Zoom {
      if (min < 0 || max > 24 || min > max) {
        throw new IllegalArgumentException("Zoom levels out of order: " + min + " to " + max);
      }
    }
  }

  /**
   * Map scales as denominators (25000 for 1:25 000) at the pixel of 0.28 mm.
   *
   * @param min largest scale, 0 for no limit
   * @param max smallest scale, infinite for no limit
   */
  public record Scale(double min, double max) {
    /** Drawn at every scale. */
    public static final Scale ANY = new Scale(0, Double.POSITIVE_INFINITY);

    public Scale {
      if (!(min >= 0 && min < max)) {
        throw new IllegalArgumentException("Scales out of order: " + min + " to " + max);
      }
    }
  }

  /**
   * When a feature is in force: from the first date, included, to the second, excluded.
   *
   * @param from name of a date column; null in a row means always
   * @param until name of a date column, null in a row means without end; null here means that
   *     features of this layer never end
   * @param bitemporal the view answers for another day and for what was known at another moment by
   *     the settings {@code khu.on} and {@code khu.as_of}
   */
  public record Period(String from, @Nullable String until, boolean bitemporal) {
    public Period {
      requireIdentifier(from);
      if (until != null) {
        requireIdentifier(until);
      }
    }
  }

  /**
   * What to select from, schema and name quoted.
   *
   * @param present whether today and what is known now is asked for
   */
  public String relation(boolean present) {
    return schema + ".\"" + (present && now != null ? now : view) + "\"";
  }

  /** What the values of the key are: a number for {@link #ID_COLUMN}, else its field's type. */
  public FieldType keyType() {
    return field(key).map(Field::type).orElse(FieldType.INTEGER);
  }

  /** The field of that name, if the layer has it. */
  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /**
   * The layer as somebody may see it: without the fields kept from them.
   *
   * @param roles role names without prefix; empty for the anonymous public
   */
  public Layer visibleTo(Set<String> roles) {
    List<Field> visible = fields.stream().filter(field -> field.visibleTo(roles)).toList();
    if (visible.size() == fields.size()) {
      return this;
    }
    return new Layer(
        id,
        title,
        description,
        schema,
        view,
        now,
        key,
        geometry,
        visible,
        zoom,
        scale,
        style,
        label,
        time,
        floor,
        order,
        this.roles,
        editable,
        dataStatus,
        licence,
        attribution);
  }

  /** Whether everybody may know of the layer. */
  public boolean isPublic() {
    return roles.isEmpty();
  }

  /**
   * Whether somebody may know of the layer.
   *
   * @param held role names without prefix; empty for the anonymous public
   */
  public boolean isFor(Set<String> held) {
    return roles.isEmpty() || !Collections.disjoint(roles, held);
  }

  /** Whether a word may be written into SQL and URLs as a name. */
  static boolean isIdentifier(String word) {
    return IDENTIFIER.matcher(word).matches();
  }

  static void requireIdentifier(String word) {
    if (!isIdentifier(word)) {
      throw new IllegalArgumentException("Not a name (a-z, 0-9, _): " + word);
    }
  }
}

package vn.khuxuong.maps.tile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.mvt.Attribute;
import vn.khuxuong.maps.style.Style;
import vn.khuxuong.maps.style.Styles;

/**
 * Which attributes vector tiles carry. Shapes have all of them from zoom {@link #DETAIL_ZOOM} on;
 * farther out, where a tile holds many features of which nobody reads the details, only those by
 * which a style draws, the key and the label. Label points always have those alone.
 */
@Component
class TileAttributes {

  /** Lowest zoom at which shapes have all their attributes. */
  static final int DETAIL_ZOOM = 13;

  private final Styles styles;

  TileAttributes(Styles styles) {
    this.styles = styles;
  }

  /**
   * The attributes of a layer on a tile.
   *
   * @param columns what to select of the view beside id, shape and label, each with a comma before
   * @param ofShapes what is selected
   * @param ofLabels the names of what the label points have of it
   */
  record Choice(String columns, List<Attribute> ofShapes, Set<String> ofLabels) {}

  /** The choice for a request. */
  Choice choose(Layer layer, TileRequest request) {
    Set<String> wanted = request.properties();
    Set<String> ofLabels = wanted == null ? essential(layer) : wanted;
    boolean detailed = wanted == null && request.tile().zoom() >= DETAIL_ZOOM;
    StringBuilder columns = new StringBuilder();
    List<Attribute> ofShapes = new ArrayList<>();
    boolean keyApart =
        layer.key().equals(Layer.ID_COLUMN) && layer.field(Layer.ID_COLUMN).isEmpty();
    if (keyApart && (detailed || ofLabels.contains(Layer.ID_COLUMN))) {
      columns.append(", id::bigint");
      ofShapes.add(new Attribute(Layer.ID_COLUMN, Attribute.Kind.WHOLE));
    }
    for (Field field : layer.fields()) {
      if (detailed || ofLabels.contains(field.name())) {
        columns.append(", ").append(column(field));
        ofShapes.add(new Attribute(field.name(), kind(field.type())));
      }
    }
    return new Choice(columns.toString(), ofShapes, ofLabels);
  }

  /** What a feature needs to be drawn, named and looked up. */
  Set<String> essential(Layer layer) {
    Set<String> essential = new TreeSet<>();
    essential.add(layer.key());
    if (layer.label() != null) {
      essential.add(layer.label());
    }
    if (layer.floor() != null) {
      essential.add(layer.floor());
    }
    for (String name : styles.names(layer.style())) {
      styles.find(layer.style(), name).map(Style::fields).ifPresent(essential::addAll);
    }
    Set<String> visible = new HashSet<>();
    visible.add(layer.key());
    layer.fields().forEach(field -> visible.add(field.name()));
    essential.retainAll(visible);
    return essential;
  }

  private static String column(Field field) {
    String column = TileRead.quoted(field.name());
    return switch (field.type()) {
      case STRING -> column + "::text";
      case INTEGER -> column + "::bigint";
      case NUMBER -> column + "::float8";
      case BOOLEAN, DATE -> column;
    };
  }

  private static Attribute.Kind kind(FieldType type) {
    return switch (type) {
      case STRING -> Attribute.Kind.TEXT;
      case INTEGER -> Attribute.Kind.WHOLE;
      case NUMBER -> Attribute.Kind.REAL;
      case BOOLEAN -> Attribute.Kind.FLAG;
      case DATE -> Attribute.Kind.DAY;
    };
  }
}

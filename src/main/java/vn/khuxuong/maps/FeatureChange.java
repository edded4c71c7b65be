package vn.khuxuong.maps;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.geo.Crs;

/**
 * One change of a feature as a client asked for it. Properties have the names of the layer's fields
 * and hold JSON values, null included; ids are those of the collection.
 */
public sealed interface FeatureChange {

  /**
   * A valid shape in Vietnam, as the client drew it.
   *
   * @param geometry x, y (longitude, latitude or east, north) without heights
   * @param crs system of its coordinates
   */
  record Shape(Geometry geometry, Crs crs) {
    /** Copies, since geometries are mutable. */
    public Shape {
      geometry = geometry.copy();
    }
  }

  /** Adds a feature under an id that its owner gives. Read-only properties mean nothing here. */
  record Create(Shape shape, Map<String, JsonNode> properties) implements FeatureChange {
    /** Copies. */
    public Create {
      properties = copy(properties);
    }
  }

  /**
   * Makes a feature be what is given: properties left out are emptied. Adds it under this id where
   * there is none.
   */
  record Replace(String id, Shape shape, Map<String, JsonNode> properties, SeenVersion seen)
      implements FeatureChange {
    /** Copies. */
    public Replace {
      properties = copy(properties);
    }
  }

  /**
   * Changes parts of a feature (RFC 7396): properties left out stay, null empties.
   *
   * @param shape null where it stays
   */
  record Update(
      String id, @Nullable Shape shape, Map<String, JsonNode> properties, SeenVersion seen)
      implements FeatureChange {
    /** Copies. */
    public Update {
      properties = copy(properties);
    }
  }

  /** Takes a feature away. */
  record Delete(String id, SeenVersion seen) implements FeatureChange {}

  private static Map<String, JsonNode> copy(Map<String, JsonNode> properties) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }
}

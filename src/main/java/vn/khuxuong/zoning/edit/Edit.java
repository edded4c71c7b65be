package vn.khuxuong.zoning.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.zoning.Attribute;
import vn.khuxuong.zoning.LandUse;

/**
 * One thing a planner does to a drawing. Subzones are named by uid or code. Shapes are in the legal
 * CRS, east and north in metres.
 */
public sealed interface Edit {
  /**
   * Draws a subzone.
   *
   * @param uid who it is to be, a UUID nobody in the draft has; null where one is to be made
   * @param values attributes; land use is needed, a code and names are made where missing
   */
  record Create(@Nullable String uid, Map<Attribute, Optional<Object>> values, Polygon shape)
      implements Edit {
    /** Draws a subzone under a uid that is made. */
    public Create(Map<Attribute, Optional<Object>> values, Polygon shape) {
      this(null, values, shape);
    }

    /** Copies. */
    public Create {
      values = Map.copyOf(values);
      shape = (Polygon) shape.copy();
    }
  }

  /** Takes a subzone away and leaves a gap. */
  record Remove(String subzone) implements Edit {}

  /** Draws a subzone anew; it keeps who it is and its attributes. */
  record Reshape(String subzone, Polygon shape) implements Edit {
    /** Copies. */
    public Reshape {
      shape = (Polygon) shape.copy();
    }
  }

  /** Changes attributes; empty clears one. */
  record SetAttributes(String subzone, Map<Attribute, Optional<Object>> patch) implements Edit {
    /** Copies. */
    public SetAttributes {
      patch = Map.copyOf(patch);
    }
  }

  /**
   * Cuts a subzone in two or more along a line from edge to edge. The largest part keeps who it is.
   *
   * @param codes codes of the other parts, largest first; made where there are too few
   */
  record Split(String subzone, LineString line, List<String> codes) implements Edit {
    /** Copies. */
    public Split {
      line = (LineString) line.copy();
      codes = List.copyOf(codes);
    }
  }

  /**
   * Joins neighbours.
   *
   * @param subzones two or more
   * @param keep which of them gives identity and attributes; null for the first
   */
  record Merge(List<String> subzones, @Nullable String keep) implements Edit {
    /** Copies. */
    public Merge {
      subzones = List.copyOf(subzones);
    }
  }

  /**
   * A right of way through subzones: what it covers of them becomes a subzone of its own.
   *
   * @param area the polygon, or the centreline where {@code widthM} is given
   * @param widthM full width; 0 for a polygon
   * @param through the subzones that give land; empty for all that are met
   * @param values attributes of the new subzone
   */
  record CutCorridor(
      Geometry area, double widthM, List<String> through, Map<Attribute, Optional<Object>> values)
      implements Edit {
    /** Copies. */
    public CutCorridor {
      area = area.copy();
      through = List.copyOf(through);
      values = Map.copyOf(values);
    }
  }

  /**
   * Gives the edge between two neighbours another course.
   *
   * @param course from outline to outline of the two together
   */
  record MoveSharedEdge(String one, String other, LineString course) implements Edit {
    /** Copies. */
    public MoveSharedEdge {
      course = (LineString) course.copy();
    }
  }

  /** Moves vertices; every subzone that has one follows. */
  record MoveVertices(List<Coordinate> from, List<Coordinate> to) implements Edit {
    /** Copies. */
    public MoveVertices {
      from = from.stream().map(Coordinate::copy).toList();
      to = to.stream().map(Coordinate::copy).toList();
      if (from.size() != to.size() || from.isEmpty()) {
        throw new IllegalArgumentException(from.size() + " vertices to " + to.size() + " places");
      }
    }
  }

  /**
   * Gives ground of the zone that nobody has to somebody.
   *
   * @param where a point in the gap, or the part of gaps to fill
   * @param to subzone that gets it; null for the one with the longest border, or a new one
   * @param values attributes of a new subzone; empty when an existing one gets the ground
   */
  record FillGap(Geometry where, @Nullable String to, Map<Attribute, Optional<Object>> values)
      implements Edit {
    /** Copies. */
    public FillGap {
      where = where.copy();
      values = Map.copyOf(values);
    }
  }

  /**
   * Takes from a subzone what others have too.
   *
   * @param keeper the other; null for all others
   */
  record TrimOverlap(String subzone, @Nullable String keeper) implements Edit {}

  /**
   * Takes away what lies outside the zone.
   *
   * @param subzone null for all
   */
  record ClipToZone(@Nullable String subzone) implements Edit {}

  /**
   * Pulls vertices onto vertices and edges of neighbours and of the zone's outline.
   *
   * @param subzones those that move; empty for all, in order
   * @param toleranceM how far at most
   */
  record Snap(List<String> subzones, double toleranceM) implements Edit {
    /** Copies. */
    public Snap {
      subzones = List.copyOf(subzones);
    }
  }

  /** Takes a vertex out of every subzone that has it. */
  record RemoveVertex(Coordinate at) implements Edit {
    /** Copies. */
    public RemoveVertex {
      at = at.copy();
    }
  }

  /** Puts a vertex on an edge, for every subzone that shares it. */
  record InsertVertex(Coordinate at) implements Edit {
    /** Copies. */
    public InsertVertex {
      at = at.copy();
    }
  }

  /**
   * Makes a broken shape valid.
   *
   * @param maySplit whether parts that fall off become subzones; refused otherwise
   */
  record MakeValid(String subzone, boolean maySplit) implements Edit {}

  /**
   * Codes by land use in reading order: rows from north to south, each from west to east.
   *
   * @param landUses those to renumber; empty for all
   */
  record Renumber(List<LandUse> landUses) implements Edit {
    /** Copies. */
    public Renumber {
      landUses = List.copyOf(landUses);
    }
  }
}

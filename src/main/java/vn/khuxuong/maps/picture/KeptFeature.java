package vn.khuxuong.maps.picture;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.maps.draw.Sketch.Part;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.style.Attributes;

/** A feature of a cell, made when a picture shows it: it reads from the cell what it is asked. */
final class KeptFeature implements Attributes {
  private final CellPack cell;
  private final int row;

  KeptFeature(CellPack cell, int row) {
    this.cell = cell;
    this.row = row;
  }

  long id() {
    return cell.id(row);
  }

  @Nullable String text(int field) {
    return cell.text(row, field);
  }

  @Override
  public @Nullable Object value(String field) {
    for (int i = 0; i < cell.fields().size(); i++) {
      Field candidate = cell.fields().get(i);
      if (candidate.name().equals(field)) {
        return RowAttributes.value(candidate, text(i));
      }
    }
    return null;
  }

  /** Bytes of its shape. */
  int shapeLength() {
    return cell.shapeLength(row);
  }

  /** Puts its shape, well-known binary, into an array. */
  void copyShape(byte[] into, int at) {
    cell.copyShape(row, into, at);
  }

  /** Whether its label point lies in a box; false without one. */
  boolean isNamedIn(BBox box) {
    double x = cell.labelX(row);
    double y = cell.labelY(row);
    return x >= box.minX() && x <= box.maxX() && y >= box.minY() && y <= box.maxY();
  }

  /** As it is painted, and named inside its shape. */
  Part part() {
    return part(true, Double.NaN);
  }

  /**
   * As it is named without regard to its shape.
   *
   * @param shaped whether its label point may not be where the label can be
   */
  Part label(boolean shaped) {
    double width = cell.maxX(row) - cell.minX(row);
    return part(shaped, width * (cell.maxY(row) - cell.minY(row)));
  }

  private Part part(boolean shaped, double extent) {
    byte[] shape = null;
    if (shaped) {
      shape = new byte[shapeLength()];
      copyShape(shape, 0);
    }
    String key = Objects.requireNonNull(cell.key(row));
    return new Part(key, this, shape, cell.labelX(row), cell.labelY(row), extent);
  }
}

package vn.khuxuong.zoning.check;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Skeleton. */
public final class Coverage {
  private final List<Piece> pieces;

  private Coverage(List<Piece> pieces) {
    this.pieces = pieces;
  }

  public static Coverage of(
      Collection<Piece> pieces, @Nullable Geometry outline, Tolerances tolerances) {
    return new Coverage(List.copyOf(pieces));
  }

  public Coverage with(Collection<Piece> changedOrNew, Collection<String> removedIds) {
    return this;
  }

  public List<Finding> findings() {
    return List.of();
  }

  public Collection<Piece> pieces() {
    return pieces;
  }
}

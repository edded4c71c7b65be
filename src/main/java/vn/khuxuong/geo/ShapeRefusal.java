package vn.khuxuong.geo;

import org.jspecify.annotations.Nullable;

/** A shape that cannot be taken in. Code, words in both languages and place: {@link GeoRefusal}. */
public final class ShapeRefusal extends GeoRefusal {
  private static final long serialVersionUID = 1L;

  ShapeRefusal(Code code, String vi, String en, @Nullable Place place) {
    super(code, vi, en, place);
  }
}

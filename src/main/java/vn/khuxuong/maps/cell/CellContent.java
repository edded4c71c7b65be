package vn.khuxuong.maps.cell;

import org.jspecify.annotations.Nullable;

/** What a cell holds. Not to be changed once it is kept: several threads read it. */
public interface CellContent {

  /** Bytes of heap it takes, roughly. */
  int weight();

  /** All of it in bytes, for {@link CellKey#unpack}; null where that is not worth while. */
  byte @Nullable [] packed();
}

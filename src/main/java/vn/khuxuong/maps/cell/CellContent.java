package vn.khuxuong.maps.cell;

/** What a cell holds. Not to be changed once it is kept: several threads read it. */
public interface CellContent {

  /** Bytes of heap it takes, roughly. */
  int weight();
}

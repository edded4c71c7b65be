package vn.khuxuong.maps.cell;

import vn.khuxuong.geo.BBox;
import vn.khuxuong.maps.layer.Layer;

/**
 * Names what is kept of a layer in a place; equal names mean equal content. Its parts decide on
 * equality, {@link #layer} and {@link #place} follow from them.
 *
 * @param <V> what is kept under such names
 */
public interface CellKey<V extends CellContent> {

  /** The layer that the content is read from. */
  Layer layer();

  /** Where it is read, in any CRS: a change elsewhere leaves it good. */
  BBox place();

  /** Kind of the content. */
  Class<V> type();

  /**
   * The content again from its bytes.
   *
   * @param packed as {@link CellContent#packed} gave them for an equal name
   */
  V unpack(byte[] packed);
}

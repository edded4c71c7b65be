package vn.khuxuong.maps.picture;

import org.jspecify.annotations.Nullable;

/**
 * A feature as the database sent it for a cell.
 *
 * @param key that identifies it in its layer
 * @param texts of every attribute that the style of its layer asks for
 * @param shape well-known binary, EPSG:3857
 * @param labelX of its label point in EPSG:3857, NaN without one
 * @param minX of the box around the shape
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReadFeature(
    long id,
    String key,
    @Nullable String[] texts,
    byte[] shape,
    double labelX,
    double labelY,
    double minX,
    double minY,
    double maxX,
    double maxY) {}

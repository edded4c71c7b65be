/**
 * Writes Mapbox Vector Tiles 2.1 from rows as the database sends them: shapes are brought onto the
 * tile's grid, cut at its edge and kept valid, attributes are copied as they came. Plain Java with
 * JTS; knows no layer, no request and no database.
 *
 * <p>Why not {@code ST_AsMVT}: it takes two to three times the processor time for the same tile,
 * and each feature would be read and its attributes be written twice where a layer has label
 * points.
 */
@NullMarked
package vn.khuxuong.maps.mvt;

import org.jspecify.annotations.NullMarked;

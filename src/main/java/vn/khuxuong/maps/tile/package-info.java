/**
 * Vector tiles at {@code /tiles/{layer}/{z}/{x}/{y}.mvt} with their TileJSON. PostGIS encodes them;
 * what was encoded is kept until the published data change.
 */
@NullMarked
package vn.khuxuong.maps.tile;

import org.jspecify.annotations.NullMarked;

/**
 * Features as files: GeoJSON, JSON-FG, CSV, KML, FlatGeobuf, GeoPackage. Each writes one row after
 * another as it comes from the database and makes no object of it.
 */
@NullMarked
package vn.khuxuong.maps.encoding;

import org.jspecify.annotations.NullMarked;

/**
 * OGC API Features at {@code /ogc}: Part 1 (core, GeoJSON, HTML, OpenAPI 3.0) and Part 2 (reference
 * systems) over every layer of the catalogue, read only. The database writes the GeoJSON text; this
 * package judges the question and passes the answer on.
 */
@NullMarked
package vn.khuxuong.maps.feature;

import org.jspecify.annotations.NullMarked;

/**
 * Buildings as files: one table with a building, its goods lifts, floors and bays, every field and
 * shape of them, out as CSV or GeoJSON and in again with a report before anything is changed. URLs
 * {@code /api/v1/buildings/{code}/export}, {@code /api/v1/buildings/imports}; tables {@code
 * space.buildings}, {@code goods_lifts}, {@code floors}, {@code floor_industries}, {@code bays}.
 */
@NullMarked
package vn.khuxuong.space.exchange;

import org.jspecify.annotations.NullMarked;

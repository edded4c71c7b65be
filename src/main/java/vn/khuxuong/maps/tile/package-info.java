/**
 * Tiles, as vectors and as pictures of the map: XYZ at {@code /tiles/{layers}/{z}/{x}/{y}} with
 * TileJSON, OGC API Tiles below {@code /ogc}, WMTS 1.0.0 at {@code /wmts}. Vector tiles are encoded
 * by {@code maps.mvt}, pictures are made by {@code maps.picture}; what was made is kept until what
 * it shows changes.
 */
@NullMarked
package vn.khuxuong.maps.tile;

import org.jspecify.annotations.NullMarked;

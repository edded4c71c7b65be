/**
 * Draws features in a style on a picture: plain Java, no HTTP, no database. Inside, coordinates are
 * pixels with y down; {@code Canvas} is the only class that knows how pixels are painted.
 */
@NullMarked
package vn.khuxuong.maps.draw;

import org.jspecify.annotations.NullMarked;

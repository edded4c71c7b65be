/**
 * The styles for clients that draw themselves: OGC API Styles at {@code /ogc/styles} with MapLibre
 * styles that are complete (addresses, sprites, glyphs) and SLD 1.1, all derived from the one style
 * language of {@code maps/styles}; sprites at {@code /styles/sprite}, glyphs at {@code
 * /styles/fonts}.
 */
@NullMarked
package vn.khuxuong.maps.portrayal;

import org.jspecify.annotations.NullMarked;

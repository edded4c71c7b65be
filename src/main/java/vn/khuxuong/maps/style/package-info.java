/**
 * The one style language: a subset of the MapLibre style specification, read from {@code
 * maps/styles/<layer>.json}. WMS drawing, legends and the web page all take it from here, so that
 * every client draws the same map. URLs: {@code /styles/{layer}.json}, {@code
 * /styles/{layer}/legend.json}. Zooms count as in web maps with tiles of 256 pixels: zoom 0 is a
 * scale of 1:559,082,264.
 *
 * <p>Other modules that draw on paper may use it by the name {@code maps :: style}.
 */
@NamedInterface("style")
@NullMarked
package vn.khuxuong.maps.style;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

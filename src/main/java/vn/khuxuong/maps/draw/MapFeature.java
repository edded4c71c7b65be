package vn.khuxuong.maps.draw;

import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.style.Attributes;

/**
 * A feature to be drawn. The shape must not be changed by anyone.
 *
 * @param id unique in its layer
 * @param crs of the shape
 * @param shape x, y in {@code crs}
 * @param attributes what the style asks for
 */
public record MapFeature(String id, Crs crs, Geometry shape, Attributes attributes) {}

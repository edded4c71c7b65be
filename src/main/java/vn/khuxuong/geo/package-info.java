/**
 * Coordinates one can trust: reference systems, the pinned VN-2000 operation, axis order, boxes,
 * tiles, legal areas, and shapes coming in as GeoJSON, WKT or WKB.
 *
 * <p>Inside the application a coordinate is always x, y: longitude, latitude in geographic systems
 * and east, north in projected ones. Only {@link vn.khuxuong.geo.AxisOrder} knows what a protocol
 * writes instead. Whatever cannot be accepted is a {@link vn.khuxuong.geo.GeoRefusal}: a code, a
 * sentence in Vietnamese and English, and the place where there is one.
 *
 * <p>Knows no database, no web, no other module.
 */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package vn.khuxuong.geo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Coordinates one can trust: reference systems, axis order, shapes and areas. Knows no database, no
 * web, no other module.
 */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package vn.khuxuong.geo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

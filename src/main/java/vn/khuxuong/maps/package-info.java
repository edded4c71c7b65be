/**
 * The doors for GIS tools: layer catalogue, OGC API Features, WMS, vector tiles, styles. Reads
 * views of schema {@code published} only.
 */
@ApplicationModule(allowedDependencies = {"platform", "geo"})
@NullMarked
package vn.khuxuong.maps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

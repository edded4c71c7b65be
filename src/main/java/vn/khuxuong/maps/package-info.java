/**
 * The doors for GIS tools: OGC API (features, tiles, styles), WMS, WFS, WMTS, XYZ tiles, all over
 * one layer catalogue and one style language. Reads views of schemas {@code published} and {@code
 * drafting} only. A module that lets its features be changed through them implements {@link
 * vn.khuxuong.maps.EditableCollection}.
 */
@ApplicationModule(allowedDependencies = {"platform", "geo"})
@NullMarked
package vn.khuxuong.maps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The layer catalogue: one YAML file a layer under {@code maps/layers}, from which every door of
 * this module and the page's layer list come. A new layer is one view in schema {@code published},
 * one YAML file and one style.
 */
@NullMarked
package vn.khuxuong.maps.layer;

import org.jspecify.annotations.NullMarked;

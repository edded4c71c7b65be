/**
 * The layer catalogue: one YAML file a layer under {@code maps/layers}, from which every door of
 * this module and the page's layer list come. A new layer is one view in schema {@code published},
 * or {@code drafting} for those who draw, one YAML file and one style. Also what all doors need to
 * know of layers: who may see them, which edition of their data is current, how far they reach,
 * which stand together ({@code maps/groups.yaml}), and the ways to refuse.
 */
@NullMarked
package vn.khuxuong.maps.layer;

import org.jspecify.annotations.NullMarked;

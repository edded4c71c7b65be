/**
 * The Web Map Service at {@code /wms}, versions 1.3.0 (OGC 06-042) and 1.1.1 (OGC 01-068r3). What
 * it may serve, and to whom, comes from the layer catalogue, how it is drawn from the styles;
 * {@code maps.picture} draws.
 */
@NullMarked
package vn.khuxuong.maps.wms;

import org.jspecify.annotations.NullMarked;

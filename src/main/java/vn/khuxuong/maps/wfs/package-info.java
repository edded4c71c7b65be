/**
 * The Web Feature Service at {@code /wfs}, version 2.0.0 (OGC 09-025r2), to read with: for tools
 * that have no client for OGC API Features. Reads views of schema {@code published} only; what it
 * may serve comes from the layer catalogue.
 */
@NullMarked
package vn.khuxuong.maps.wfs;

import org.jspecify.annotations.NullMarked;

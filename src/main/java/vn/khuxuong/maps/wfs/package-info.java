/**
 * The Web Feature Service at {@code /wfs}, version 2.0.0 (OGC 09-025r2), to read with: for tools
 * that have no client for OGC API Features. What it may serve, and to whom, comes from the layer
 * catalogue; {@code maps.query} reads it, {@code maps.gml} writes it.
 */
@NullMarked
package vn.khuxuong.maps.wfs;

import org.jspecify.annotations.NullMarked;

/**
 * Filters: CQL2 as text and JSON (OGC 21-065r2), the ECQL that WMS clients send, and FES 2.0 (OGC
 * 09-026r2), all read into one tree, which has one text for all its spellings and becomes one SQL
 * condition. Plain Java on {@code geo} and {@code maps.layer}: no web, no database.
 */
@NullMarked
package vn.khuxuong.maps.filter;

import org.jspecify.annotations.NullMarked;

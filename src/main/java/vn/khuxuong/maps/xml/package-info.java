/**
 * XML of the OGC services: a writer that escapes whatever it writes, and a reader for what clients
 * send, which knows no document types and fetches nothing.
 */
@NullMarked
package vn.khuxuong.maps.xml;

import org.jspecify.annotations.NullMarked;

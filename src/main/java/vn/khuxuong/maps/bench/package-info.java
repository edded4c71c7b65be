/**
 * {@code khu bench maps}: the map services beside MapServer and beside the bare database, on the
 * same tables, with the same requests, in one run. Plain Java; the service it measures is a process
 * of its own, as {@code khu serve} starts it.
 */
@NamedInterface("bench")
@NullMarked
package vn.khuxuong.maps.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * {@code khu bench allocation} and {@code khu bench gap}: the allocation engine against the naive
 * baseline and its own bound, and against the literature's generalised assignment problems. The
 * problems are read from folders given on the command line.
 */
@NamedInterface("bench")
@NullMarked
package vn.khuxuong.allocation.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * {@code khu bench search}: how quickly free floor space is found over HTTP, beside the bare SQL of
 * the same searches, and how that grows with the data.
 */
@NamedInterface("bench")
@NullMarked
package vn.khuxuong.space.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

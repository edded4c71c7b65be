/**
 * Coarser copies of zones and subzones for small scales, made when a plan is published or a zone
 * loaded. Table {@code zoning.coarse_shapes}.
 */
@NamedInterface("coarse")
@NullMarked
package vn.khuxuong.zoning.coarse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Zones, their plans and subzones. Schema {@code zoning}. */
@ApplicationModule(allowedDependencies = {"platform", "geo", "maps", "maps :: style"})
@NullMarked
package vn.khuxuong.zoning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

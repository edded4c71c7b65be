/**
 * Rounds that place firms on floors, with a proven bound and a reason for every firm. Schema {@code
 * allocation}.
 */
@ApplicationModule(allowedDependencies = {"platform", "geo", "zoning", "space", "tenancy"})
@NullMarked
package vn.khuxuong.allocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Firms, their applications and leases. Schema {@code tenancy}. */
@ApplicationModule(allowedDependencies = {"platform", "geo", "zoning", "space"})
@NullMarked
package vn.khuxuong.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

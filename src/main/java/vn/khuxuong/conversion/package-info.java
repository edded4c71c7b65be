/**
 * The conversion of zones to high-tech, green industry: what each is to become, what that means for
 * every tenant and why, and what follows for space, firms and applications. URLs {@code
 * /api/v1/conversions…}; layer {@code conversions}; schema {@code conversion}. Scenarios stand
 * beside the real state and never touch it.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "zoning",
      "space",
      "tenancy",
      "tenancy :: firm",
      "tenancy :: outlook"
    })
@NullMarked
package vn.khuxuong.conversion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

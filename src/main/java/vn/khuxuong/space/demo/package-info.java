/**
 * Illustrative high-rise factories with tenants, loaded at first start unless {@code khu.demo} is
 * {@code off}: plausible places, sizes, loads and rents, and no real building or firm. The same
 * outlines and reference month always give the same rows.
 */
@NamedInterface("demo")
@NullMarked
package vn.khuxuong.space.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * Holds (giữ chỗ): {@code /api/v1/holds}. A firm keeps bays for itself for a while, within the
 * dated limits of table {@code tenancy.hold_limits}; an officer does so for a firm or for the
 * authority. Tables {@code tenancy.holds}, {@code tenancy.hold_limits}; the bays themselves are
 * claimed through {@link vn.khuxuong.space.Claims}.
 */
@NullMarked
package vn.khuxuong.tenancy.hold;

import org.jspecify.annotations.NullMarked;

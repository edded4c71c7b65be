/**
 * Leases (hợp đồng thuê): {@code /api/v1/leases}. A lease comes from an accepted offer; an officer
 * ends it, renews it or transfers it to another firm. Table {@code tenancy.leases}; place and
 * period stand in {@code space.occupancies}.
 */
@NullMarked
package vn.khuxuong.tenancy.lease;

import org.jspecify.annotations.NullMarked;

/**
 * Claims on bays: holds, offers and leases as the rest of the program makes and ends them ({@link
 * vn.khuxuong.space.Claims}), and {@code /api/v1/floors/{id}/timeline}, which shows them bay by bay
 * over the years. Table {@code space.occupancies}.
 */
@NullMarked
package vn.khuxuong.space.claim;

import org.jspecify.annotations.NullMarked;

/**
 * Presence: who else has a plan open. URLs {@code /api/v1/plans/{id}/presence}; table {@code
 * zoning.presences}.
 */
@NullMarked
package vn.khuxuong.zoning.presence;

import org.jspecify.annotations.NullMarked;

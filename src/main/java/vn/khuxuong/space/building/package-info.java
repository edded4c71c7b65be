/** Buildings with their floors, bays and sectors: {@code /api/v1/buildings}. */
@NullMarked
package vn.khuxuong.space.building;

import org.jspecify.annotations.NullMarked;

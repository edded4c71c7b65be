/**
 * Floor space that applications ask for against what is free, by load, height, fire hazard and
 * zone: {@code /api/v1/rounds/pool}, {@code /api/v1/rounds/{id}/demand-supply}.
 */
@NullMarked
package vn.khuxuong.allocation.demand;

import org.jspecify.annotations.NullMarked;

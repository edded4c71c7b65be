/**
 * Plan versions: what there is, what is in force on a day as known at a moment, and where a version
 * stands in its life. URLs below {@code /api/v1/plans}; tables {@code zoning.plans}, {@code
 * zoning.plan_periods}.
 */
@NullMarked
package vn.khuxuong.zoning.plan;

import org.jspecify.annotations.NullMarked;

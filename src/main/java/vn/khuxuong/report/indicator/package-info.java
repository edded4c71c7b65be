/**
 * Reports of the indicators: as in force on a day and as known at a moment, whole for the
 * authority's staff, in editions for the public, as JSON, CSV and workbook. URLs {@code
 * /api/v1/indicators}, {@code /api/v1/indicators/projects}, {@code /api/v1/indicators/report.*}.
 */
@NullMarked
package vn.khuxuong.report.indicator;

import org.jspecify.annotations.NullMarked;

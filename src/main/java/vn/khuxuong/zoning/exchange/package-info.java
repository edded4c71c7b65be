/**
 * Plans as files: import of what planners have (as a job with a report, nothing drawn before it is
 * confirmed) and export of any plan version. URLs {@code /api/v1/plans/{id}/imports}, {@code
 * /api/v1/imports/{uuid}}, {@code /api/v1/plans/{id}/export}; tables {@code zoning.imports}, {@code
 * zoning.field_mappings}. GeoJSON and CSV are read here, everything else by {@code ogr2ogr} of the
 * distribution, locked up.
 */
@NullMarked
package vn.khuxuong.zoning.exchange;

import org.jspecify.annotations.NullMarked;

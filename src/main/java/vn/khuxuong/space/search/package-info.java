/**
 * What is free where: {@code /api/v1/supply} by zone with the needs of a firm, {@code
 * /api/v1/search} for names.
 */
@NullMarked
package vn.khuxuong.space.search;

import org.jspecify.annotations.NullMarked;

/**
 * The conversion as the public, a firm and the map see it: zone by zone, with counts of tenants
 * that nobody can be told apart by.
 */
@NullMarked
package vn.khuxuong.conversion.overview;

import org.jspecify.annotations.NullMarked;

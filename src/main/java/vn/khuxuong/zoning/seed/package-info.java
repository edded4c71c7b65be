/**
 * The zones and plans that a new installation starts with, read from {@code maps/boundaries} and
 * {@code maps/plans}. A zone whose feature has changed is updated at the next start; a plan version
 * is loaded once and published, and from then on immutable. The subzones of an illustrative plan
 * are divided into illustrative plots.
 */
@NullMarked
package vn.khuxuong.zoning.seed;

import org.jspecify.annotations.NullMarked;

/**
 * Is a plan a clean coverage of its zone? Plain geometry in the zone's legal CRS: no web, no
 * database, no clock.
 */
@NullMarked
package vn.khuxuong.zoning.check;

import org.jspecify.annotations.NullMarked;

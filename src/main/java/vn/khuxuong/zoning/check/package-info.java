/**
 * Is a plan a clean coverage of its zone? Plain geometry in the zone's legal CRS: no web, no
 * database, no clock.
 *
 * <p>{@link vn.khuxuong.zoning.check.Coverage} judges pieces one by one, pair by pair, and the
 * ground nobody claims cell by cell ({@code PieceCheck}, {@code PairCheck}, {@code Gaps}); each
 * judgement depends on its place only, so an edit repeats few of them. {@link
 * vn.khuxuong.zoning.check.Repair} gathers findings that are near each other ({@code Clusters}),
 * mends them on a copy ({@code Surgery}, {@code Knit}) and offers what makes nothing worse.
 */
@NullMarked
package vn.khuxuong.zoning.check;

import org.jspecify.annotations.NullMarked;

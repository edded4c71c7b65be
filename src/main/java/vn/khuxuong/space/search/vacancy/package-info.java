/**
 * The search for free floor space, {@code /api/v1/vacancies}: stretches of neighbouring bays that
 * one tenant can take over the days asked for, found by what the tenant and its machines need.
 *
 * <p>What is free when comes from the claims themselves: for every floor {@link FreeRectangles}
 * works out once which bays are free together over which days. {@link VacancyIndex} keeps that
 * ready, zone by zone, and reads a zone anew when the journal of the data says that something in it
 * changed, so an answer never rests on claims older than a second. A question is then a few
 * operations on sets of bits for each zone, and no query at all.
 *
 * <p>Tables read: {@code zoning.zones}, {@code space.buildings}, {@code goods_lifts}, {@code
 * floors}, {@code floor_industries}, {@code bays}, {@code occupancies}, {@code incentives}.
 */
@NullMarked
package vn.khuxuong.space.search.vacancy;

import org.jspecify.annotations.NullMarked;

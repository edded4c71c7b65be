/**
 * Offers (thư mời thuê): {@code /api/v1/offers}. An officer offers bays with a rent and a deadline;
 * the firm accepts or declines; what lapses or is declined is offered to the next on the building's
 * waiting list, {@code /api/v1/waiting-list}, by itself. Tables {@code tenancy.offers}, {@code
 * tenancy.waiting_places}.
 */
@NullMarked
package vn.khuxuong.tenancy.offer;

import org.jspecify.annotations.NullMarked;

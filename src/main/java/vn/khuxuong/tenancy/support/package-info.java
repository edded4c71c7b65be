/**
 * What firms lack (thiếu gì), where they are referred to, what came of it, and what demand stays
 * unmet. URLs {@code /api/v1/support/needs}, {@code /api/v1/support/referrals}, {@code
 * /api/v1/support/unmet}; tables {@code tenancy.support_needs}, {@code tenancy.referrals}, {@code
 * tenancy.referral_steps}. Free floor space is read from {@code published.vacancies_now}.
 *
 * <p>{@code SupportProcess}, {@code SpaceClasses} and {@code UnmetDemand} are plain Java.
 */
@NullMarked
package vn.khuxuong.tenancy.support;

import org.jspecify.annotations.NullMarked;

/**
 * Answers to a round's problem as the round wants them, in plain Java on top of the solver: quotas,
 * firms that count as one, the order that decides ties, re-runs that change little, and the
 * smallest change that would have placed a firm. No database, no web, no clock.
 */
@NullMarked
package vn.khuxuong.allocation.answer;

import org.jspecify.annotations.NullMarked;

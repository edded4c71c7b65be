/**
 * What-if (phương án thử): a closed round with something changed, solved beside it without any
 * effect on it, and told as a difference. URLs below {@code /api/v1/rounds/{id}/scenarios}; table
 * {@code allocation.scenarios}.
 */
@NullMarked
package vn.khuxuong.allocation.whatif;

import org.jspecify.annotations.NullMarked;

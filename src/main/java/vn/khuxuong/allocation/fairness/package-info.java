/** How an answer treats kinds of firms, beside a first-come list, in plain Java. */
@NullMarked
package vn.khuxuong.allocation.fairness;

import org.jspecify.annotations.NullMarked;

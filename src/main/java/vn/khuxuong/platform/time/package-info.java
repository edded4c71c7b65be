/** The clock and the civil calendar of Ho Chi Minh City. */
@NullMarked
package vn.khuxuong.platform.time;

import org.jspecify.annotations.NullMarked;

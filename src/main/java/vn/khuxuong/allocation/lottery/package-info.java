/** The public draw of lots between equal applications, in plain Java. */
@NullMarked
package vn.khuxuong.allocation.lottery;

import org.jspecify.annotations.NullMarked;

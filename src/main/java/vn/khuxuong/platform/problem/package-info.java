/** Refusals as RFC 9457 problem documents: one shape, one advice, in Vietnamese or English. */
@NullMarked
package vn.khuxuong.platform.problem;

import org.jspecify.annotations.NullMarked;

/** The append-only record of who changed what, written in the change's own transaction. */
@NullMarked
package vn.khuxuong.platform.audit;

import org.jspecify.annotations.NullMarked;

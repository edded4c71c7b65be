/** Long work as persisted rows: queued, run by any instance, followed, cancelled, resumed. */
@NullMarked
package vn.khuxuong.platform.job;

import org.jspecify.annotations.NullMarked;

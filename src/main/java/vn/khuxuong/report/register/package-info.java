/**
 * Project registers from workbooks and CSV: read with a report line by line, written only when an
 * officer confirms exactly that reading. URL {@code /api/v1/indicators/registers}; table {@code
 * reporting.registers}.
 */
@NullMarked
package vn.khuxuong.report.register;

import org.jspecify.annotations.NullMarked;

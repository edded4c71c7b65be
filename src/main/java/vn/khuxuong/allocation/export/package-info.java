/** Files of a round: its list as CSV and workbook, and the annex to the decision as a PDF. */
@NullMarked
package vn.khuxuong.allocation.export;

import org.jspecify.annotations.NullMarked;

/**
 * The printed sheet of a plan version: a PDF at an exact scale in the zone's legal VN-2000 system,
 * with grid, legend, land-use balance and title block; where the zone is larger than the paper, an
 * atlas behind a key map. URL {@code /api/v1/plans/{id}/sheet}. Drawn in the style language of
 * {@code maps :: style}, so that paper, picture and page look alike. Lengths on paper are
 * millimetres from the page's lower left corner, y up. Nothing here asks the clock: the same plan
 * and the same request make the same bytes.
 */
@NullMarked
package vn.khuxuong.zoning.sheet;

import org.jspecify.annotations.NullMarked;

package vn.khuxuong.zoning.sheet;

import vn.khuxuong.maps.style.Patterns;
import vn.khuxuong.maps.style.Style;

/**
 * The style files a sheet is drawn in.
 *
 * @param subzones of the palette asked for
 * @param zones for the zone's outline
 * @param patterns the hatches they name
 */
record Look(Style subzones, Style zones, Patterns patterns) {}

/**
 * What is kept of the data beside the database, by cells of a grid, for as long as the journal
 * tells of no change in them. Pictures and vector tiles say what their cells hold.
 */
@NullMarked
package vn.khuxuong.maps.cell;

import org.jspecify.annotations.NullMarked;

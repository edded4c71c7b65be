/**
 * Edits of a draft's subzones as values, and what they do to the drawing. Plain geometry in the
 * zone's legal CRS: no web, no database, no clock, no chance.
 */
@NullMarked
package vn.khuxuong.zoning.edit;

import org.jspecify.annotations.NullMarked;

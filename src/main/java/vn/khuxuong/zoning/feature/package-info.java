/**
 * Drafts' subzones as features that GIS tools may change: layer {@code draft_subzones} at {@code
 * /ogc}. A change is drawn like any other: a revision that can be undone, audited, checked.
 */
@NullMarked
package vn.khuxuong.zoning.feature;

import org.jspecify.annotations.NullMarked;

/**
 * What a zone in conversion is to become, with sources: sectors, tests of an eco-park, shares of
 * land, milestones and who answers for it. Dated rows that are added to and never changed.
 */
@NullMarked
package vn.khuxuong.conversion.aim;

import org.jspecify.annotations.NullMarked;

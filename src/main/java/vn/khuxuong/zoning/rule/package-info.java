/**
 * Does a plan keep the law, and how is its land divided? Dated rules are data in {@code
 * maps/rules}; plain Java: no web, no database, no clock.
 */
@NullMarked
package vn.khuxuong.zoning.rule;

import org.jspecify.annotations.NullMarked;

/**
 * Keeps the copies of the published views in schema {@code derived}: the triggers keep them with
 * every commit, this package makes them anew when another day begins, after a bulk load, and when a
 * new version of the program says something else with a view.
 */
@NullMarked
package vn.khuxuong.platform.derived;

import org.jspecify.annotations.NullMarked;

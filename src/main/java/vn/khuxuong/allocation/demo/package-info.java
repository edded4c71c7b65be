/**
 * The illustrative round over the demo buildings and firms, solved in the background at first
 * start.
 */
@NullMarked
package vn.khuxuong.allocation.demo;

import org.jspecify.annotations.NullMarked;

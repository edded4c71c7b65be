/** Illustrative projects, flagged as such; official totals never count them. */
@NullMarked
package vn.khuxuong.report.demo;

import org.jspecify.annotations.NullMarked;

/**
 * What-ifs of longer land terms and other verdicts, and what follows from the real state or a
 * what-if: area released by year, firms that must move, applications that would pass.
 */
@NullMarked
package vn.khuxuong.conversion.scenario;

import org.jspecify.annotations.NullMarked;

/**
 * Allocation rounds: the frozen problem, the job that solves it, the stored answer with its bound
 * and its reasons. URLs below {@code /api/v1/rounds}; tables {@code allocation.rounds}, {@code
 * runs}, {@code placements}, {@code reasons}.
 */
@NullMarked
package vn.khuxuong.allocation.round;

import org.jspecify.annotations.NullMarked;

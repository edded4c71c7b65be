/**
 * The optimiser as an island: problem in, checked proposal out, with budget and seed. Plain Java
 * (JDK, OR-Tools, Jackson for the exchange format): no framework, no database, no clock but a
 * budget, no unseeded randomness.
 *
 * <p>One {@link vn.khuxuong.allocation.solver.Instance} is cut into vacant {@code Strips}; {@code
 * Columns} lists every block a firm may take; the engines ({@code BestFit}, {@code
 * RuinAndRecreate}, {@code ExactModel}, {@code PriceBound}) choose among columns; {@link
 * vn.khuxuong.allocation.solver.Checker}, which knows nothing of columns, judges the answer; {@link
 * vn.khuxuong.allocation.solver.Explanation} gives every firm its reason.
 */
@NamedInterface("solver")
@NullMarked
package vn.khuxuong.allocation.solver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

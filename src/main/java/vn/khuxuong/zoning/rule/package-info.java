/**
 * Does a plan keep the law, and how is its land divided? Dated rules are data in {@code
 * maps/rules}; plain Java: no web, no database, no clock but the command's own.
 *
 * <p>{@link vn.khuxuong.zoning.rule.RuleBook} reads the files and judges {@link
 * vn.khuxuong.zoning.rule.PlanFacts}; each kind of measurement is a {@code Check}, {@code Judge}
 * adds waivers and old shortfalls to make a {@link vn.khuxuong.zoning.rule.Verdict}. {@link
 * vn.khuxuong.zoning.rule.CheckCommand} puts topology, verdicts and {@link
 * vn.khuxuong.zoning.rule.Balance} together for a file.
 */
@NamedInterface("rule")
@NullMarked
package vn.khuxuong.zoning.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

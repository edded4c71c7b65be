/**
 * Deciding on plans: submit, return, withdraw, approve by other eyes, publish without a mix. URLs
 * {@code /api/v1/plans/{id}/submit} and its neighbours; tables {@code zoning.plan_decisions},
 * {@code zoning.rule_sets}, {@code zoning.plan_waivers}.
 */
@NullMarked
package vn.khuxuong.zoning.publish;

import org.jspecify.annotations.NullMarked;

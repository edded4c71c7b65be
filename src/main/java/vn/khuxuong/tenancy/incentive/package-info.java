/**
 * Incentives and support programmes: the catalogue, whom they are for, and what a rent cut is worth
 * over a lease, month by month. URLs {@code /api/v1/incentives}, {@code
 * /api/v1/incentives/sources}, {@code /api/v1/firms/{code}/programmes}, {@code
 * /api/v1/firms/{code}/evidence}, {@code /api/v1/leases/{id}/months}, {@code
 * /api/v1/leases/{id}/rent-steps}; tables {@code tenancy.programmes}, {@code
 * tenancy.firm_evidence}, {@code tenancy.lease_rent_steps}, and {@code space.incentives} and {@code
 * tenancy.beneficiary_rules} for rent cuts.
 *
 * <p>{@code Fact}, {@code FirmCase}, {@code Match} and {@code LeaseMonths} are plain Java: facts
 * in, verdicts and money out.
 */
@NamedInterface("incentive")
@NullMarked
package vn.khuxuong.tenancy.incentive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

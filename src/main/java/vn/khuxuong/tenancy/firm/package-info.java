/**
 * Firms: their profile, their class of size, and what the rules say of a firm at a building before
 * it applies. URLs {@code /api/v1/firms}, {@code /api/v1/eligibility}, {@code
 * /api/v1/supporting-products}, {@code /api/v1/industries}, {@code /api/v1/size-class}; tables
 * {@code tenancy.firms}, {@code tenancy.firm_people}, {@code tenancy.firm_machines}, {@code
 * tenancy.size_limits}, {@code tenancy.beneficiary_rules}, {@code tenancy.supporting_products}.
 *
 * <p>The rules ({@code TaxCode}, {@code SizeRule}, {@code Eligibility}, {@code BeneficiaryRule},
 * {@code RentCut}) are plain Java: facts in, findings out.
 */
@NamedInterface("firm")
@NullMarked
package vn.khuxuong.tenancy.firm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

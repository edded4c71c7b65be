package vn.khuxuong.report.ledger;

/**
 * Why an event cannot be recorded.
 *
 * @param field of the event that is at fault, named as in JSON
 * @param vi what is wrong
 * @param en the same
 * @param remedyVi what would be accepted
 * @param remedyEn the same
 */
public record Fault(String field, String vi, String en, String remedyVi, String remedyEn) {}

package vn.khuxuong.tenancy.firm;

import vn.khuxuong.tenancy.SizeClass;

/**
 * What rules of law ask of a firm.
 *
 * @param privateHightech high-tech and without foreign majority
 * @param supporting supporting industry by certificate or list product
 * @param displaced must leave its present place
 */
public record FirmFacts(
    SizeClass sizeClass, boolean privateHightech, boolean supporting, boolean displaced) {}

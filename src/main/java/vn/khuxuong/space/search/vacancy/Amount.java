package vn.khuxuong.space.search.vacancy;

/**
 * How much space some rows are.
 *
 * @param areaM2 together, to a hundredth
 */
record Amount(int bays, double areaM2) {}

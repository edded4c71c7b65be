/**
 * Synthetic load: made-up zones with plans and plots, as many as a province or the whole country
 * has, to measure and try the product with. Everything is ILLUSTRATIVE; places, names and outlines
 * are drawn from a fixed seed, and the same seed draws the same to the last digit.
 */
@NamedInterface("synthetic")
@NullMarked
package vn.khuxuong.zoning.synthetic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

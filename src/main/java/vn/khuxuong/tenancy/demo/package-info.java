/**
 * Illustrative firms, loaded after the illustrative buildings: a tenant for every claim on bays,
 * and applicants whose demand is about 1.3 times the space that nobody has claimed. Names say that
 * they are illustrative and tax codes begin with 00, which no province issues.
 */
@NamedInterface("demo")
@NullMarked
package vn.khuxuong.tenancy.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Illustrative figures of the illustrative tenants. */
@NullMarked
package vn.khuxuong.conversion.demo;

import org.jspecify.annotations.NullMarked;

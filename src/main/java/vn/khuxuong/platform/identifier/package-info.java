/** Identifiers that the country gives out, and how to tell whether one is well formed. */
@NullMarked
package vn.khuxuong.platform.identifier;

import org.jspecify.annotations.NullMarked;

/** Which lines of business the floors of a zone newly accept or refuse under another plan. */
@NullMarked
package vn.khuxuong.conversion.floor;

import org.jspecify.annotations.NullMarked;

/** Khuxuong: plans industrial zones and places small firms in high-rise factories. */
@NullMarked
package vn.khuxuong;

import org.jspecify.annotations.NullMarked;

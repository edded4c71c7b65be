@NullMarked
package vn.khuxuong.zoning.synthetic;

import org.jspecify.annotations.NullMarked;

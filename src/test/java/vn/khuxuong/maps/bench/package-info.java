@NullMarked
package vn.khuxuong.maps.bench;

import org.jspecify.annotations.NullMarked;

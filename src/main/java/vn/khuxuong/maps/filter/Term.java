package vn.khuxuong.maps.filter;

/** Anything a filter is made of. */
sealed interface Term permits Filter, Operand, Shape, TimeSpan {}

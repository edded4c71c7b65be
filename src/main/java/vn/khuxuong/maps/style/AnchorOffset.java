package vn.khuxuong.maps.style;

/**
 * A place for a label beside its point.
 *
 * @param anchor which part of the text lies there, such as {@code top-left}
 * @param x to the right of the point, in ems
 * @param y below the point, in ems
 */
public record AnchorOffset(String anchor, double x, double y) {}

package vn.khuxuong.maps.style;

import vn.khuxuong.maps.layer.Text;

/**
 * One line of a legend.
 *
 * @param label its words
 * @param code the value it stands for, as text; empty for a layer that draws all features alike
 * @param sample a feature that is drawn like all features of this line
 */
public record LegendEntry(Text label, String code, Attributes sample) {}

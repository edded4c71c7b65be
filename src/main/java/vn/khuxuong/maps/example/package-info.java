/**
 * Pages that show how web clients open the doors: {@code /ogc/examples}. What they do stands in
 * {@code static/js/examples}, and on the page itself to be read and taken.
 */
@NullMarked
package vn.khuxuong.maps.example;

import org.jspecify.annotations.NullMarked;

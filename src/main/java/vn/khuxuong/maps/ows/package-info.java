/**
 * What the services that speak XML, WMS, WFS and WMTS, have in common when they refuse: the refusal
 * with its code and its words, and the exception report of OWS Common (OGC 06-121r3). Each service
 * has its own codes.
 */
@NullMarked
package vn.khuxuong.maps.ows;

import org.jspecify.annotations.NullMarked;

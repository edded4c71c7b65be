/**
 * Features as GML 3.2, 3.1 and 2, with the schema that tells what is in them. Used by the services
 * that speak XML; what a feature holds comes from the layer catalogue.
 */
@NullMarked
package vn.khuxuong.maps.gml;

import org.jspecify.annotations.NullMarked;

/**
 * Makes the pictures of maps that WMS, map tiles and WMTS hand out: reads what is to be seen from
 * the views of the layers, draws it and packs it as PNG or JPEG. Knows no protocol; who asks has
 * checked the request. {@code MapPictures} is the way in.
 */
@NullMarked
package vn.khuxuong.maps.picture;

import org.jspecify.annotations.NullMarked;

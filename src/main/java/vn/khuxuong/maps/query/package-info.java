/**
 * The features of a layer as the database gives them: which, in what order, from where to where,
 * with which attributes and in which CRS; and how many may be read at a time, and how much of an
 * answer is held back until it is whole. Shared by the doors that hand out features (OGC API, WFS);
 * knows nothing of the web.
 */
@NullMarked
package vn.khuxuong.maps.query;

import org.jspecify.annotations.NullMarked;

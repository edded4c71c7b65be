/**
 * Photos and plans of buildings: {@code /api/v1/buildings/{code}/pictures}, read by everybody, kept
 * by officers. Table {@code space.building_pictures}.
 */
@NullMarked
package vn.khuxuong.space.picture;

import org.jspecify.annotations.NullMarked;

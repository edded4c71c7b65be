package vn.khuxuong.space.search;

/**
 * One bar of the section glyph.
 *
 * @param level 1 is the ground floor
 * @param totalM2 area of all bays on the level
 * @param freeM2 area of those that are free
 */
public record FloorSum(int level, double totalM2, double freeM2) {}

package vn.khuxuong.zoning.exchange;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.node.ObjectNode;

/**
 * One feature as the file has it.
 *
 * @param number place in the file from 1
 * @param layer layer of the file
 * @param line line of a text file, null where there are none
 * @param shape in the file's own coordinates, whatever they are
 * @param properties its columns
 */
record RawFeature(
    int number, String layer, @Nullable Integer line, Geometry shape, ObjectNode properties) {}

/**
 * OGC API Features at {@code /ogc} over every layer of the catalogue: Part 1 (core, GeoJSON, HTML,
 * OpenAPI 3.0), Part 2 (reference systems), Part 3 (filters), Part 5 (schemas), Parts 6 and 8
 * (choice of properties, sorting), with features also as JSON-FG and as files (CSV, KML,
 * FlatGeobuf, GeoPackage). Part 4 and a transaction of many changes lead to layers whose module
 * lets them be edited through {@link vn.khuxuong.maps.EditableCollection}; all others are read
 * only.
 *
 * <p>This package judges the question and puts the answer into HTTP: {@code maps.query} reads the
 * rows, {@code maps.encoding} writes them. What is below {@code /ogc} in other packages (tiles,
 * styles, examples) is a part of the same API: it joins as an {@code ApiPart} and takes {@code
 * Visit}, {@code AnswerWriter} and {@code Pages} from here, and what it refuses comes to a browser
 * as a page of here.
 */
@NullMarked
package vn.khuxuong.maps.feature;

import org.jspecify.annotations.NullMarked;

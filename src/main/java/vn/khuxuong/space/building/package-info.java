/**
 * Buildings with their floors, bays and sectors: {@code /api/v1/buildings}, and the plans of their
 * floors, {@code /api/v1/floors/{id}/plan}. {@link vn.khuxuong.space.building.BuildingFacts} gives
 * the same to the pages.
 */
@NamedInterface("building")
@NullMarked
package vn.khuxuong.space.building;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

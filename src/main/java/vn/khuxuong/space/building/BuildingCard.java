package vn.khuxuong.space.building;

import java.util.List;
import vn.khuxuong.space.search.FloorSum;

/**
 * A building in a list.
 *
 * @param freeBays bays free on the day
 * @param longestRunM2 largest free stretch that one tenant could take on one floor
 * @param rentFromUsd least rent of a floor with free bays, of any floor where none is free
 * @param maxLoadKnM2 load of its strongest floor
 * @param centre longitude, latitude
 * @param floors lowest first
 */
record BuildingCard(
    String code,
    String zoneCode,
    String nameVi,
    String nameEn,
    int storeys,
    double freeM2,
    int freeBays,
    double longestRunM2,
    double rentFromUsd,
    double maxLoadKnM2,
    double liftMaxT,
    int goodsLifts,
    List<Double> centre,
    List<FloorSum> floors) {}

package vn.khuxuong.space.search.vacancy;

/**
 * A point that distances are measured from.
 *
 * @param lon degrees of longitude, WGS 84
 */
record Place(double lon, double lat) {

  /** Metres on the ellipsoid to the middle of a building. */
  double metresTo(BuildingSpace building) {
    return Geodesic.metres(lon, lat, building.lon(), building.lat());
  }

  Geodesic.Point point() {
    return Geodesic.Point.of(lon, lat);
  }
}

package vn.khuxuong.zoning.exchange;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.khuxuong.geo.GeoRefusal;

/**
 * What is wrong with, or was done to, one feature of a file.
 *
 * @param feature number of the feature in the file from 1, 0 for the file as a whole
 * @param layer layer of the file it is in
 * @param line line of a text file, null where there are none
 * @param error whether the feature cannot be drawn; otherwise it is only worth knowing
 * @param code stable name for clients
 * @param field column concerned, null where it is the shape
 * @param vi sentence in Vietnamese
 * @param en the same in English
 * @param x where, in the file's own coordinates; null where it has no place
 * @param y the second coordinate
 */
record FileProblem(
    int feature,
    String layer,
    @Nullable Integer line,
    boolean error,
    String code,
    @Nullable String field,
    String vi,
    String en,
    @Nullable Double x,
    @Nullable Double y) {

  static FileProblem shape(int feature, String layer, @Nullable Integer line, GeoRefusal why) {
    boolean onlyOtherKind = why.code() == GeoRefusal.Code.WRONG_TYPE;
    GeoRefusal.@Nullable Place place = why.place().orElse(null);
    return new FileProblem(
        feature,
        layer,
        line,
        !onlyOtherKind,
        why.code().name(),
        null,
        why.vi(),
        why.en(),
        place == null ? null : place.x(),
        place == null ? null : place.y());
  }

  static FileProblem note(
      RawFeature of, String code, @Nullable String field, String vi, String en) {
    return about(of, false, code, field, vi, en);
  }

  static FileProblem error(
      RawFeature of, String code, @Nullable String field, String vi, String en) {
    return about(of, true, code, field, vi, en);
  }

  private static FileProblem about(
      RawFeature of, boolean error, String code, @Nullable String field, String vi, String en) {
    Coordinate at = of.shape().getCoordinate();
    return new FileProblem(
        of.number(),
        of.layer(),
        of.line(),
        error,
        code,
        field,
        vi,
        en,
        at == null ? null : at.x,
        at == null ? null : at.y);
  }

  static FileProblem ofFile(String code, String vi, String en) {
    return new FileProblem(0, "", null, false, code, null, vi, en, null, null);
  }
}

package vn.khuxuong.maps.feature;

import java.util.List;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.MapsProblem;

/** The reference systems in which features may be asked for. */
final class OfferedCrs {

  /** CRS84 first: it is what one gets without asking. */
  static final List<Crs> ALL =
      List.of(
          Crs.CRS84,
          Crs.EPSG_4326,
          Crs.EPSG_3857,
          Crs.EPSG_9210,
          Crs.EPSG_4756,
          Crs.EPSG_5897,
          Crs.EPSG_5899,
          Crs.EPSG_3405,
          Crs.EPSG_32648);

  private OfferedCrs() {}

  static List<String> uris() {
    return ALL.stream().map(Crs::uri).toList();
  }

  /** The system features are stored in, as it is written: shapes are x, y in the database. */
  static Crs storage(Layer layer) {
    int srid = layer.geometry().storageCrs();
    return srid == 4326 ? Crs.CRS84 : Crs.ofEpsg(srid);
  }

  /**
   * The system a parameter names.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException if it is not offered
   */
  static Crs parse(String text, String parameter) {
    try {
      Crs crs = Crs.parse(text);
      if (ALL.contains(crs)) {
        return crs;
      }
    } catch (GeoRefusal refusal) {
      throw MapsProblem.of(refusal, parameter);
    }
    throw Parameters.bad(
        parameter,
        "là hệ tọa độ không phục vụ ở đây, xem danh sách crs của bộ sưu tập",
        "names a reference system that is not offered: see the collection's list of crs");
  }
}

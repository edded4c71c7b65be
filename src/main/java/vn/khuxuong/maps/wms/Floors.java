package vn.khuxuong.maps.wms;

import java.util.ArrayList;
import java.util.List;
import vn.khuxuong.maps.wms.WmsException.Code;

/**
 * The value of DIM_FLOOR (OGC 06-042, annex C): storeys and spans of storeys between commas.
 *
 * @param lowest included
 * @param highest included
 */
record Floors(int lowest, int highest) {
  private static final int MOST = 100;
  private static final String PARAMETER = "DIM_FLOOR";

  /**
   * Reads a list; empty for {@code *}, which is all storeys.
   *
   * @throws WmsException if any of it is no storey
   */
  static List<Floors> parse(String text) {
    String[] parts = text.split(",", MOST + 1);
    if (parts.length > MOST) {
      throw bad();
    }
    List<Floors> floors = new ArrayList<>();
    for (String part : parts) {
      String value = part.strip();
      if (value.equals("*")) {
        return List.of();
      }
      String[] ends = value.split("/", -1);
      if (ends.length > 3 || (ends.length == 3 && !ends[2].matches("[01]"))) {
        throw bad();
      }
      int lowest = storey(ends[0]);
      int highest = ends.length == 1 ? lowest : storey(ends[1]);
      if (lowest > highest) {
        throw bad();
      }
      floors.add(new Floors(lowest, highest));
    }
    return floors;
  }

  private static int storey(String text) {
    if (!text.matches("-?\\d{1,3}(\\.0{1,6})?")) {
      throw bad();
    }
    return (int) Double.parseDouble(text);
  }

  private static WmsException bad() {
    return new WmsException(
        Code.INVALID_DIMENSION_VALUE,
        "DIM_FLOOR phải là số tầng, danh sách hoặc khoảng, ví dụ 2 hay 1,3 hay 1/4, hoặc *.",
        "DIM_FLOOR must be a storey, a list or an interval, such as 2 or 1,3 or 1/4, or *.",
        PARAMETER);
  }
}

package vn.khuxuong.zoning.check;

import java.util.Locale;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Why a shape is no valid polygon (OGC 06-103r4, 6.1.11), in words. */
final class Faults {
  private Faults() {}

  static String vi(TopologyValidationError fault) {
    return switch (fault.getErrorType()) {
      case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "có lỗ nằm ngoài ranh";
      case TopologyValidationError.NESTED_HOLES -> "các lỗ lồng vào nhau";
      case TopologyValidationError.DISCONNECTED_INTERIOR -> "phần trong bị cắt rời";
      case TopologyValidationError.SELF_INTERSECTION -> "ranh tự cắt";
      case TopologyValidationError.RING_SELF_INTERSECTION -> "ranh tự chạm";
      case TopologyValidationError.NESTED_SHELLS -> "các phần lồng vào nhau";
      case TopologyValidationError.DUPLICATE_RINGS -> "có vòng ranh trùng nhau";
      case TopologyValidationError.TOO_FEW_POINTS -> "vòng ranh có quá ít đỉnh";
      case TopologyValidationError.INVALID_COORDINATE -> "tọa độ không phải là số";
      case TopologyValidationError.RING_NOT_CLOSED -> "vòng ranh không khép";
      default -> "không phải đa giác";
    };
  }

  static String en(TopologyValidationError fault) {
    return fault.getMessage().toLowerCase(Locale.ROOT);
  }
}

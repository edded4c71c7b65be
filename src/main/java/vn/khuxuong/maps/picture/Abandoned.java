package vn.khuxuong.maps.picture;

import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.platform.problem.ProblemException;

/** Nobody waits for a picture any more: its client closed the connection. */
final class Abandoned extends ProblemException {
  private static final long serialVersionUID = 1L;

  Abandoned() {
    super(MapsProblem.BUSY, "Không còn ai chờ bản đồ này.", "Nobody waits for this map.");
  }
}

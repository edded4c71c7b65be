package vn.khuxuong.maps.feature;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.EditableCollection.Moved;

/**
 * Stock QGIS keeps what it once read: after its own save it still echoes the version from before,
 * and it saves attributes and shape of one feature in two requests. So a client's session remembers
 * which version came of which by its own changes, and the old one stands for the new. A change by
 * anybody else makes a version that no session of ours led to. Clients without cookies have no
 * session, and must read again after each change.
 */
@Component
class EchoedVersions {

  private static final String PREFIX = "khu.version.";

  /** More features than a person changes at a time have to be read again. */
  private static final int MOST_MOVED = 200;

  private static final int MOST_STEPS = 50;
  private static final int KEPT_SECONDS = 4 * 3600;

  /** The version that the client itself made of the one it echoes; that one where it made none. */
  int meant(HttpServletRequest request, String layer, String id, int echoed) {
    HttpSession session = request.getSession(false);
    return session == null ? echoed : steps(session, layer, id).getOrDefault(echoed, echoed);
  }

  /** Remembers what the client's change made of the versions it knows. */
  void moved(HttpServletRequest request, String layer, List<Moved> moved) {
    if (moved.isEmpty() || moved.size() > MOST_MOVED) {
      return;
    }
    boolean fresh = request.getSession(false) == null;
    HttpSession session = request.getSession(true);
    if (fresh) {
      session.setMaxInactiveInterval(KEPT_SECONDS);
    }
    for (Moved one : moved) {
      HashMap<Integer, Integer> steps = new HashMap<>(steps(session, layer, one.id()));
      steps.replaceAll((from, to) -> to == one.before() ? one.after() : to);
      if (steps.size() < MOST_STEPS) {
        steps.put(one.before(), one.after());
      }
      session.setAttribute(name(layer, one.id()), steps);
    }
  }

  private static String name(String layer, String id) {
    return PREFIX + layer + "." + id;
  }

  private static Map<Integer, Integer> steps(HttpSession session, String layer, String id) {
    Map<Integer, Integer> steps = new HashMap<>();
    if (session.getAttribute(name(layer, id)) instanceof Map<?, ?> kept) {
      kept.forEach((from, to) -> steps.put((Integer) from, (Integer) to));
    }
    return steps;
  }
}

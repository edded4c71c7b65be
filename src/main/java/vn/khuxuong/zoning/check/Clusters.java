package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import vn.khuxuong.zoning.check.Finding.Code;

/**
 * Findings that have to be mended together because their places touch or nearly do. Vertices that a
 * piece has twice concern nobody else and stand alone.
 */
final class Clusters {
  private Clusters() {}

  static List<List<Finding>> of(List<Finding> findings, Tolerances tolerances) {
    double reach = tolerances.narrowGapM() / 2;
    int[] leader = new int[findings.size()];
    STRtree index = new STRtree();
    for (int i = 0; i < leader.length; i++) {
      leader[i] = i;
      Geometry place = findings.get(i).place();
      if (place != null && !standsAlone(findings.get(i))) {
        index.insert(place.getEnvelopeInternal(), i);
      }
    }
    index.build();
    for (int i = 0; i < leader.length; i++) {
      Geometry place = findings.get(i).place();
      if (place != null && !standsAlone(findings.get(i))) {
        Envelope around = new Envelope(place.getEnvelopeInternal());
        around.expandBy(reach);
        for (Object found : index.query(around)) {
          int j = (Integer) found;
          Geometry other = findings.get(j).place();
          if (j > i && other != null && place.isWithinDistance(other, reach)) {
            int a = find(leader, i);
            int b = find(leader, j);
            leader[Math.max(a, b)] = Math.min(a, b);
          }
        }
      }
    }
    Map<Integer, List<Finding>> clusters = new LinkedHashMap<>();
    for (int i = 0; i < leader.length; i++) {
      clusters.computeIfAbsent(find(leader, i), key -> new ArrayList<>()).add(findings.get(i));
    }
    return List.copyOf(clusters.values());
  }

  private static boolean standsAlone(Finding finding) {
    return finding.code() == Code.DUPLICATE_VERTEX || finding.code() == Code.INVALID_SHAPE;
  }

  private static int find(int[] leader, int i) {
    int at = i;
    while (leader[at] != at) {
      at = leader[at];
    }
    return at;
  }
}

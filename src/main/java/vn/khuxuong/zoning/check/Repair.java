package vn.khuxuong.zoning.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import vn.khuxuong.zoning.check.Finding.Action;
import vn.khuxuong.zoning.check.Finding.Code;

/**
 * A proposal to make a whole coverage clean, as steps that a planner accepts one by one.
 *
 * <p>What goes to whom: an overlap to the piece with the longer border to it, a narrow gap to the
 * neighbour with the longest border, ground beyond the zone to nobody; neighbours get the same
 * vertices along their shared edges. Where that would tear a piece apart, the next in line. A gap
 * wider than {@link Tolerances#narrowGapM} may be meant, a sliver may be wanted, and two pieces
 * that cover each other are for a person to tell apart: for these there are options, but no step.
 *
 * <p>Every step was tried: with it alone the coverage has no finding that it did not have before.
 */
public final class Repair {
  private Repair() {}

  /**
   * One step. Steps are at different places; two may change the same piece, so accepting several
   * goes through {@link #accept}.
   *
   * @param id the same for the same findings, whatever other steps there are
   * @param action what is done to the worst of the findings
   * @param mends findings that are gone afterwards
   * @param after new shapes by id, in the CRS of the coverage, if this step alone is accepted
   * @param removed ids of pieces that go
   * @param movedM2 ground that changes hands, m²
   * @param textVi what is done, in Vietnamese
   * @param textEn the same in English
   */
  public record Step(
      String id,
      Action action,
      List<Finding> mends,
      Map<String, Geometry> after,
      Set<String> removed,
      double movedM2,
      String textVi,
      String textEn) {
    /** Copies the collections. */
    public Step {
      mends = List.copyOf(mends);
      after = Map.copyOf(after);
      removed = Set.copyOf(removed);
    }
  }

  /** Steps for everything that can be mended without asking, in the order of the findings. */
  public static List<Step> propose(Coverage coverage) {
    List<Finding> mendable =
        coverage.findings().stream()
            .filter(finding -> Surgery.canMend(finding, coverage.tolerances()))
            .toList();
    Trial trial = new Trial(coverage);
    Map<String, Step> steps = new LinkedHashMap<>();
    for (List<Finding> cluster : Clusters.of(mendable, coverage.tolerances())) {
      Step step = trial.step(cluster);
      if (step != null) {
        steps.putIfAbsent(step.id(), step);
      } else if (cluster.size() > 1) {
        for (Finding finding : cluster) {
          Step single = trial.step(List.of(finding));
          if (single != null) {
            steps.putIfAbsent(single.id(), single);
          }
        }
      }
    }
    return List.copyOf(steps.values());
  }

  /** The coverage after some of the steps that were proposed for it, in any number and order. */
  public static Coverage accept(Coverage coverage, Collection<Step> steps) {
    Surgery surgery = new Surgery(coverage);
    Set<String> removed = new HashSet<>();
    for (Step step : steps) {
      surgery.mend(step.mends());
      removed.addAll(step.removed());
    }
    return coverage.with(pieces(coverage, surgery.changed()), removed);
  }

  /**
   * The coverage after everything that can be mended is mended, also what comes within reach only
   * when the first steps are done.
   */
  public static Coverage acceptAll(Coverage coverage) {
    Coverage now = coverage;
    for (int round = 0; round < 4; round++) {
      List<Step> steps = propose(now);
      if (steps.isEmpty()) {
        break;
      }
      now = accept(now, steps);
    }
    return now;
  }

  private static List<Piece> pieces(Coverage coverage, Map<String, Geometry> shapes) {
    List<Piece> pieces = new ArrayList<>();
    shapes.forEach(
        (id, shape) -> {
          Site site = coverage.site(id);
          if (site != null) {
            Piece piece = site.piece();
            pieces.add(new Piece(id, piece.label(), shape, piece.leastWidthM()));
          }
        });
    return pieces;
  }

  /** Tries steps on one coverage. */
  private static final class Trial {
    private final Coverage coverage;
    private final Set<Finding> before;

    Trial(Coverage coverage) {
      this.coverage = coverage;
      this.before = new HashSet<>(coverage.findings());
    }

    /** Null where nothing is mended or something new would be wrong. */
    @Nullable Step step(List<Finding> cluster) {
      Surgery surgery = new Surgery(coverage);
      surgery.mend(cluster);
      if (surgery.changed().isEmpty()) {
        return null;
      }
      if (cluster.stream().allMatch(finding -> finding.code() == Code.DUPLICATE_VERTEX)) {
        return step(cluster, surgery.changed());
      }
      Coverage after = coverage.with(pieces(coverage, surgery.changed()), Set.of());
      Set<Finding> left = new HashSet<>(after.findings());
      for (Finding finding : left) {
        if (!before.contains(finding) && !wasThere(finding)) {
          return null;
        }
      }
      List<Finding> mended = cluster.stream().filter(finding -> !left.contains(finding)).toList();
      return mended.size() < cluster.size() ? null : step(mended, surgery.changed());
    }

    /** Whether a finding is what is left of one that was there before. */
    private boolean wasThere(Finding finding) {
      Geometry place = finding.place();
      double slack = coverage.tolerances().closeM();
      for (Finding old : coverage.findings()) {
        Geometry oldPlace = old.place();
        if (old.code() == finding.code()
            && old.subjects().containsAll(finding.subjects())
            && place != null
            && oldPlace != null
            && oldPlace.getEnvelopeInternal().distance(place.getEnvelopeInternal()) <= slack
            && oldPlace.buffer(slack).covers(place)) {
          return true;
        }
      }
      return false;
    }

    private Step step(List<Finding> mended, Map<String, Geometry> shapes) {
      double moved = mended.stream().mapToDouble(Finding::areaM2).sum();
      Finding worst = mended.get(0);
      Action action = worst.repairs().get(0).action();
      Map<String, String> labels = new TreeMap<>();
      for (String id : shapes.keySet()) {
        Site site = coverage.site(id);
        labels.put(id, site == null ? id : site.piece().label());
      }
      Wording.Text text = Wording.step(action, labels.values(), mended.size(), moved);
      return new Step(id(mended), action, mended, shapes, Set.of(), moved, text.vi(), text.en());
    }

    private static String id(List<Finding> findings) {
      StringBuilder text = new StringBuilder();
      for (Finding finding : findings) {
        Geometry place = finding.place();
        text.append(finding.code()).append(finding.subjects());
        if (place != null && !place.isEmpty()) {
          Point centre = place.getCentroid();
          text.append(String.format(Locale.ROOT, "%.1f %.1f;", centre.getX(), centre.getY()));
        }
      }
      return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }
  }
}

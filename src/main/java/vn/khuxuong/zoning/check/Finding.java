package vn.khuxuong.zoning.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing that is wrong with a coverage, and where.
 *
 * @param code what kind of thing
 * @param severity what it does to the plan
 * @param areaM2 plane area of the place, m²; 0 where the place is a line or point
 * @param widthM how wide the place is at its widest, metres; 0 where that has no meaning
 * @param subjects ids of the polygons concerned, sorted; all owners of an overlap or gap, with
 *     {@link #ZONE} where the zone's edge is one of them
 * @param place the offending part in the legal CRS of the check
 * @param messageVi one sentence with the figures, in Vietnamese
 * @param messageEn the same in English
 * @param repairs what could be done about it, best first; empty where only a person can tell
 */
public record Finding(
    Code code,
    Severity severity,
    double areaM2,
    double widthM,
    List<String> subjects,
    @Nullable Geometry place,
    String messageVi,
    String messageEn,
    List<RepairOption> repairs) {

  /** Stands for the zone's outline among the subjects. */
  public static final String ZONE = "zone";

  /** Copies the lists. */
  public Finding {
    subjects = List.copyOf(subjects);
    repairs = List.copyOf(repairs);
  }

  /** The kinds of findings. */
  public enum Code {
    /** The shape is no valid polygon (OGC 06-103r4, 6.1.11): bow-tie, hole outside, spike. */
    INVALID_SHAPE,
    /** Two polygons claim the same ground. */
    OVERLAP,
    /** Ground inside the zone that no polygon claims, narrow or wide. */
    GAP,
    /** A polygon that is too thin for its length to be meant. */
    SLIVER,
    /** A polygon reaches beyond the zone's outline. */
    OUTSIDE_ZONE,
    /** Neighbours run along each other without having the same vertices. */
    UNMATCHED_EDGE,
    /** The same vertex twice in a row. */
    DUPLICATE_VERTEX,
    /** Two vertices nearer to each other than drawing can mean. */
    CLOSE_VERTICES,
    /** Somewhere narrower than the least width of its land use. */
    TOO_NARROW
  }

  /**
   * One way to mend a finding.
   *
   * @param action what would be done
   * @param targets ids of the polygons that would change, sorted
   * @param textVi what that means, in Vietnamese
   * @param textEn the same in English
   */
  public record RepairOption(Action action, List<String> targets, String textVi, String textEn) {

    /** Copies the list. */
    public RepairOption {
      targets = List.copyOf(targets);
    }
  }

  /** What an edit can do about a finding; the draft's edits carry the same names. */
  public enum Action {
    FILL_GAP,
    TRIM_OVERLAP,
    CLIP_TO_ZONE,
    SNAP,
    REMOVE_VERTEX,
    MERGE,
    MAKE_VALID
  }
}

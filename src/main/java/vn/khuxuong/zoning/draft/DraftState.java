package vn.khuxuong.zoning.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.ContentHash;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.SubzoneDiff;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.check.Coverage;
import vn.khuxuong.zoning.check.Piece;
import vn.khuxuong.zoning.check.Tolerances;

/**
 * The subzones of a plan at one revision, and their checks once somebody has asked for them.
 * Immutable but for that; a state grows from the one before it, so that only what an edit touched
 * is checked anew.
 */
public final class DraftState {
  private final Zone zone;
  private final Map<String, Subzone> subzones;
  private final ToDoubleFunction<LandUse> leastWidthM;
  private final Map<String, byte[]> hashes = new ConcurrentHashMap<>();
  private volatile @Nullable Coverage coverage;

  DraftState(Zone zone, Map<String, Subzone> subzones, ToDoubleFunction<LandUse> leastWidthM) {
    this.zone = zone;
    this.subzones = Collections.unmodifiableMap(new LinkedHashMap<>(subzones));
    this.leastWidthM = leastWidthM;
  }

  /** The zone that is planned. */
  public Zone zone() {
    return zone;
  }

  /** Subzones by uid. */
  public Map<String, Subzone> subzones() {
    return subzones;
  }

  /** The subzones. */
  public List<Subzone> list() {
    return List.copyOf(subzones.values());
  }

  /** Fingerprint of what the plan says, see {@link ContentHash}. */
  public String contentSha256() {
    return ContentHash.of(
        subzones.values(),
        subzone ->
            hashes.computeIfAbsent(subzone.uid(), uid -> ContentHash.part(subzone, zone.legal())));
  }

  /** The coverage they make of the zone, checked. */
  public Coverage coverage() {
    Coverage known = coverage;
    if (known == null) {
      synchronized (this) {
        known = coverage;
        if (known == null) {
          known =
              Coverage.of(
                  subzones.values().stream().map(this::piece).toList(),
                  zone.outline(),
                  Tolerances.standard());
          coverage = known;
        }
      }
    }
    return known;
  }

  /** Whether the checks have been run. */
  boolean isChecked() {
    return coverage != null;
  }

  /** Subzones of the later state that are new or changed. */
  public static List<Subzone> present(SubzoneDiff diff, Map<String, Subzone> later) {
    List<Subzone> present = new ArrayList<>(diff.created());
    diff.changed().forEach(change -> present.add(later.get(change.uid())));
    return present;
  }

  /** The state that follows, its checks grown from this one's where there are any. */
  @SuppressWarnings("ReferenceEquality") // what an edit did not touch is the same instance
  DraftState next(Map<String, Subzone> after) {
    DraftState next = new DraftState(zone, after, leastWidthM);
    after.forEach(
        (uid, subzone) -> {
          byte[] hash = subzone == subzones.get(uid) ? hashes.get(uid) : null;
          if (hash != null) {
            next.hashes.put(uid, hash);
          }
        });
    Coverage known = coverage;
    if (known != null) {
      List<Piece> changed = new ArrayList<>();
      after.forEach(
          (uid, subzone) -> {
            if (subzone != subzones.get(uid)) {
              changed.add(piece(subzone));
            }
          });
      Collection<String> removed =
          subzones.keySet().stream().filter(uid -> !after.containsKey(uid)).toList();
      next.coverage = known.with(changed, removed);
    }
    return next;
  }

  private Piece piece(Subzone subzone) {
    return new Piece(
        subzone.uid(),
        subzone.code(),
        subzone.shape(),
        leastWidthM.applyAsDouble(subzone.landUse()));
  }
}

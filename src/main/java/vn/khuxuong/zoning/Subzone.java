package vn.khuxuong.zoning;

import java.text.Normalizer;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;

/**
 * One polygon of a plan.
 *
 * @param uid who it is through all versions and edits of its zone's plans, a UUID; codes may change
 * @param code what planners call it, for example {@code HT-01}; unique in a plan
 * @param landUse what it is for
 * @param nameVi Vietnamese name in NFC
 * @param nameEn English name
 * @param cadastralCode code of the cadastral map where it differs from the land use's usual one
 * @param phase investment phase from 1, null where the plan has none
 * @param maxDensityPct largest share of a plot that may be built over, percent
 * @param maxFloors most storeys
 * @param far largest ratio of gross floor area to plot area
 * @param purposeVi declared target of a support subzone
 * @param purposeEn the same in English
 * @param shape in the zone's legal CRS, east and north in metres; edges are straight there
 */
public record Subzone(
    String uid,
    String code,
    LandUse landUse,
    String nameVi,
    String nameEn,
    @Nullable String cadastralCode,
    @Nullable Integer phase,
    @Nullable Double maxDensityPct,
    @Nullable Integer maxFloors,
    @Nullable Double far,
    @Nullable String purposeVi,
    @Nullable String purposeEn,
    Polygon shape) {

  /** What a code looks like; the database holds the same. */
  public static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,15}");

  /**
   * Copies the shape, since shapes are mutable, and brings names to NFC.
   *
   * @throws IllegalArgumentException naming the field that is out of its bounds
   */
  public Subzone {
    Objects.requireNonNull(uid, "uid");
    Objects.requireNonNull(landUse, "landUse");
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("code: " + code);
    }
    if (phase != null && phase < 1) {
      throw new IllegalArgumentException("phase: " + phase);
    }
    if (maxDensityPct != null && !(maxDensityPct >= 0 && maxDensityPct <= 100)) {
      throw new IllegalArgumentException("maxDensityPct: " + maxDensityPct);
    }
    if (maxFloors != null && maxFloors < 0) {
      throw new IllegalArgumentException("maxFloors: " + maxFloors);
    }
    if (far != null && !(far >= 0 && far < 1000)) {
      throw new IllegalArgumentException("far: " + far);
    }
    nameVi = Normalizer.normalize(nameVi, Normalizer.Form.NFC);
    shape = (Polygon) shape.copy();
  }

  /** Plane area in the legal CRS, m². */
  public double areaM2() {
    return shape.getArea();
  }

  /** The same subzone with another shape. */
  public Subzone withShape(Polygon other) {
    return new Subzone(
        uid,
        code,
        landUse,
        nameVi,
        nameEn,
        cadastralCode,
        phase,
        maxDensityPct,
        maxFloors,
        far,
        purposeVi,
        purposeEn,
        other);
  }

  /** The same subzone under another code. */
  public Subzone withCode(String other) {
    return new Subzone(
        uid,
        other,
        landUse,
        nameVi,
        nameEn,
        cadastralCode,
        phase,
        maxDensityPct,
        maxFloors,
        far,
        purposeVi,
        purposeEn,
        shape);
  }

  /** Another subzone with the same attributes: what a cut leaves beside the original. */
  public Subzone twin(String otherUid, String otherCode, Polygon otherShape) {
    return new Subzone(
        otherUid,
        otherCode,
        landUse,
        nameVi,
        nameEn,
        cadastralCode,
        phase,
        maxDensityPct,
        maxFloors,
        far,
        purposeVi,
        purposeEn,
        otherShape);
  }
}

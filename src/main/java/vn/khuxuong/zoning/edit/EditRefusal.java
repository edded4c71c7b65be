package vn.khuxuong.zoning.edit;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Why a batch of edits was not done: which edit, what about it, what to do instead and, where there
 * is one, the place. Nothing of the batch was done.
 */
public final class EditRefusal extends RuntimeException {
  /** Stable names. */
  public enum Reason {
    /** Not the JSON of edits: an unknown member, a missing one, a value of the wrong kind. */
    BAD_JSON,
    /** More edits or vertices than a batch may have. */
    TOO_MUCH,
    UNKNOWN_SUBZONE,
    CODE_TAKEN,
    BAD_ATTRIBUTE,
    /** The shape given, or one that would result, is no valid polygon. */
    BAD_SHAPE,
    /** Nothing would be left of a subzone. */
    NOTHING_LEFT,
    /** A line or corridor that does not cross what it should cut. */
    DOES_NOT_CROSS,
    NOT_NEIGHBOURS,
    /** No vertex, edge, gap or overlap there. */
    NOTHING_THERE,
    /** A subzone would fall apart. */
    FALLS_APART;

    /** Lower case with hyphens: {@code does-not-cross}. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final int index;
  private final @Nullable String field;
  private final String vi;
  private final @Nullable String remedyVi;
  private final @Nullable String remedyEn;
  private final transient @Nullable Geometry place;

  private EditRefusal(
      Reason reason,
      int index,
      @Nullable String field,
      String vi,
      String en,
      @Nullable String remedyVi,
      @Nullable String remedyEn,
      @Nullable Geometry place) {
    super(en);
    this.reason = reason;
    this.index = index;
    this.field = field;
    this.vi = vi;
    this.remedyVi = remedyVi;
    this.remedyEn = remedyEn;
    this.place = place;
  }

  static EditRefusal because(Reason reason, String vi, String en) {
    return new EditRefusal(reason, -1, null, vi, en, null, null, null);
  }

  EditRefusal field(String name) {
    return new EditRefusal(reason, index, name, vi, en(), remedyVi, remedyEn, place);
  }

  EditRefusal remedy(String inVietnamese, String inEnglish) {
    return new EditRefusal(reason, index, field, vi, en(), inVietnamese, inEnglish, place);
  }

  EditRefusal at(@Nullable Geometry where) {
    return new EditRefusal(
        reason, index, field, vi, en(), remedyVi, remedyEn, where == null ? null : where.copy());
  }

  EditRefusal inEdit(int number) {
    return new EditRefusal(reason, number, field, vi, en(), remedyVi, remedyEn, place);
  }

  /** What kind of refusal it is. */
  public Reason reason() {
    return reason;
  }

  /** Which edit of the batch, from 0; -1 where it is the batch as a whole. */
  public int index() {
    return index;
  }

  /** Member of the edit, for example {@code line}. */
  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  /** Sentence in Vietnamese. */
  public String vi() {
    return vi;
  }

  /** Sentence in English. */
  public String en() {
    return String.valueOf(getMessage());
  }

  /** What to do instead, in Vietnamese. */
  public Optional<String> remedyVi() {
    return Optional.ofNullable(remedyVi);
  }

  /** What to do instead, in English. */
  public Optional<String> remedyEn() {
    return Optional.ofNullable(remedyEn);
  }

  /** Where, in the legal CRS. */
  public Optional<Geometry> place() {
    return Optional.ofNullable(place);
  }
}

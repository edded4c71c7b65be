package vn.khuxuong.maps;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a change of a feature was not done, in words for the person who asked. Nothing of the request
 * was done. The doors say it in their protocol.
 */
public final class FeatureRefusal extends RuntimeException {
  /** Kinds of refusal. */
  public enum Reason {
    /** The collection has no such feature. */
    UNKNOWN,
    /** The client has to say which version it changes. */
    VERSION_UNSAID,
    /** The feature has changed since the version the client saw, or is gone. */
    STALE,
    /** What is asked for cannot be: a value, a shape, an id. */
    INVALID
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String vi;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private int index = -1;
  private @Nullable String field;
  private @Nullable String remedyVi;
  private @Nullable String remedyEn;

  /** A refusal with a sentence in both languages. */
  public FeatureRefusal(Reason reason, String vi, String en) {
    super(en);
    this.reason = reason;
    this.vi = vi;
  }

  /** Names the member at fault: {@code geometry} or {@code properties.<name>}. */
  public FeatureRefusal field(String name) {
    field = name;
    return this;
  }

  /** Says in both languages what to do. */
  public FeatureRefusal remedy(String inVietnamese, String inEnglish) {
    remedyVi = inVietnamese;
    remedyEn = inEnglish;
    return this;
  }

  /** Adds something a client may use; the value must be something JSON can hold. */
  public FeatureRefusal with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** Says which change of the request it is about, from 0. */
  public FeatureRefusal inChange(int number) {
    index = number;
    return this;
  }

  /** What kind of refusal it is. */
  public Reason reason() {
    return reason;
  }

  /** Which change it is about, from 0; -1 where it is all of them. */
  public int index() {
    return index;
  }

  /** The member at fault. */
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

  /** What to do, in Vietnamese; null where nothing is said. */
  public @Nullable String remedyVi() {
    return remedyVi;
  }

  /** What to do, in English; null where nothing is said. */
  public @Nullable String remedyEn() {
    return remedyEn;
  }

  /** What else a client may use, in the order in which it was added. */
  public Map<String, Object> members() {
    return new LinkedHashMap<>(members);
  }
}

package vn.khuxuong.maps;

import java.util.Set;

/**
 * Which version of a feature a client says it changes, so that nobody's work is overwritten unseen
 * (RFC 9110, 13.1.1).
 *
 * @param how in what way it was said
 * @param versions what was said; empty unless {@link How#HEADER} or {@link How#BODY}
 */
public record SeenVersion(How how, Set<Integer> versions) {

  /** Ways of saying. */
  public enum How {
    /** Not said. */
    UNSAID,
    /** {@code If-Match: *}: whatever there is. */
    WHATEVER,
    /** {@code If-None-Match: *}: there must be none yet. */
    ABSENT,
    /** {@code If-Match} with strong tags. */
    HEADER,
    /** Echoed as a property of the feature, by clients that send no header. */
    BODY
  }

  /** Nothing was said. */
  public static final SeenVersion UNSAID = new SeenVersion(How.UNSAID, Set.of());

  /** Whatever there is. */
  public static final SeenVersion WHATEVER = new SeenVersion(How.WHATEVER, Set.of());

  /** There must be none yet. */
  public static final SeenVersion ABSENT = new SeenVersion(How.ABSENT, Set.of());

  /** Copies the set. */
  public SeenVersion {
    versions = Set.copyOf(versions);
  }

  /** Named by tags; none of them need be of this feature. */
  public static SeenVersion header(Set<Integer> versions) {
    return new SeenVersion(How.HEADER, versions);
  }

  /**
   * Echoed in the body.
   *
   * @param echoed what stands there
   * @param meant the version that the client itself made of that one since, the same where none
   */
  public static SeenVersion body(int echoed, int meant) {
    return new SeenVersion(How.BODY, echoed == meant ? Set.of(echoed) : Set.of(echoed, meant));
  }

  /** Whether the client named this version. */
  public boolean names(int version) {
    return versions.contains(version);
  }
}

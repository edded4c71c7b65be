package vn.khuxuong.conversion.aim;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.Asked;

/** What officers send of a zone's aims. A source is one text for both languages. */
final class AimAsked {
  private static final int LONGEST = 300;

  private AimAsked() {}

  enum Aim {
    WANTED,
    PHASE_OUT,
    NEUTRAL
  }

  enum Found {
    MET,
    NOT_MET,
    UNKNOWN
  }

  enum State {
    DONE,
    PLANNED,
    UNKNOWN,
    WITHDRAWN
  }

  enum Precision {
    YEAR,
    MONTH,
    DAY
  }

  enum Share {
    GREEN,
    ROAD,
    TECH,
    INFRASTRUCTURE
  }

  enum Role {
    LEAD,
    APPROVES
  }

  /** Whether the act was read. */
  enum Standing {
    CONFIRMED,
    TO_BE_CONFIRMED
  }

  /** A line of business that is wanted, phased out, or no longer judged, from a day on. */
  record Sector(
      @Nullable String vsic,
      @Nullable String aim,
      @Nullable String validFrom,
      @Nullable String nameVi,
      @Nullable String nameEn,
      @Nullable String source,
      @Nullable String sourceStatus) {}

  /** What was found by a test; evidence is needed unless it is unknown. */
  record Finding(
      @Nullable String test,
      @Nullable String status,
      @Nullable Double value,
      @Nullable String evidence,
      @Nullable String asOf) {}

  /** Least share of the zone's gross area, percent, from a day on: this zone's own. */
  record Target(
      @Nullable String code,
      @Nullable Double targetPct,
      @Nullable String validFrom,
      @Nullable String source,
      @Nullable String sourceStatus) {}

  /** A published land balance in hectares; what is left out is not known. */
  record Balance(
      @Nullable String asOf,
      @Nullable Double grossHa,
      @Nullable Double greenHa,
      @Nullable Double roadHa,
      @Nullable Double techHa,
      @Nullable String source,
      @Nullable String sourceStatus) {}

  /**
   * A step; without a day it is not known when.
   *
   * @param replaces number of the earlier wording, null for a new step; WITHDRAWN needs one and
   *     takes day and titles from it
   */
  record Milestone(
      @Nullable String state,
      @Nullable String day,
      @Nullable String dayPrecision,
      @Nullable String titleVi,
      @Nullable String titleEn,
      @Nullable String source,
      @Nullable String sourceStatus,
      @Nullable Long replaces) {}

  /** Who answers for the zone from a day on. */
  record Responsible(
      @Nullable String role,
      @Nullable String nameVi,
      @Nullable String nameEn,
      @Nullable String validFrom,
      @Nullable String source,
      @Nullable String sourceStatus) {}

  /** CONFIRMED unless it says otherwise. */
  static String standing(@Nullable String value) {
    return (value == null ? Standing.CONFIRMED : Asked.oneOf("sourceStatus", Standing.class, value))
        .name();
  }

  /** One line of text that says something. */
  static String text(String member, @Nullable String value) {
    String text = Normalizer.normalize(Asked.required(member, value), Normalizer.Form.NFC).strip();
    if (text.isEmpty()
        || text.length() > LONGEST
        || text.chars().anyMatch(Character::isISOControl)) {
      throw Asked.bad(
          member,
          "\"" + member + "\" phải có từ 1 đến " + LONGEST + " ký tự, trên một dòng.",
          "\"" + member + "\" must have 1 to " + LONGEST + " characters, on one line.");
    }
    return text;
  }

  /** An amount within bounds, null where it is not there. */
  static @Nullable Double amount(String member, @Nullable Double value, double most) {
    return value == null ? null : (Double) Asked.amount(member, value, most);
  }
}

package vn.khuxuong.maps.tile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.layer.Edition;

/**
 * The version in the address of tiles that may be kept for ever: {@code 812-3f2a91c0}, or {@code
 * 812-20261126-3f2a91c0} where the day counts.
 *
 * @param revision revision of the data that the version was given out at
 * @param day on which it was; null for tiles that stay the same when another day begins
 * @param files digest of the layer files and styles
 */
record TileVersion(long revision, @Nullable LocalDate day, String files) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?:-(\\d{8}))?-([0-9a-f]{8})");
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  static TileVersion of(Edition edition, String styles) {
    String files = TileRequest.digest(edition.catalogue() + "|" + styles).substring(0, 8);
    return new TileVersion(edition.revision(), edition.day(), files);
  }

  /** Reads what {@link #toString} writes; empty for anything else. */
  static Optional<TileVersion> find(String text) {
    Matcher form = FORM.matcher(text);
    try {
      return form.matches()
          ? Optional.of(
              new TileVersion(
                  Long.parseLong(form.group(1)),
                  form.group(2) == null ? null : LocalDate.parse(form.group(2), DAY),
                  form.group(3)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether a tile is still what it was in this version: nothing in it has changed since.
   *
   * @param tile what the tile depends on now
   * @param now the version of today
   */
  boolean isStill(Edition tile, TileVersion now) {
    return tile.revision() <= revision
        && revision <= now.revision
        && Objects.equals(day, now.day)
        && files.equals(now.files);
  }

  @Override
  public String toString() {
    return revision + (day == null ? "" : "-" + day.format(DAY)) + "-" + files;
  }
}

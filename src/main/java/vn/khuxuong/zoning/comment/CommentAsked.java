package vn.khuxuong.zoning.comment;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.geo.ShapeRefusal;
import vn.khuxuong.geo.ShapeRules;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.zoning.StorageGrid;
import vn.khuxuong.zoning.ZoningProblem;

/**
 * A comment as it is sent.
 *
 * @param text 1 to 2,000 characters after NFC
 * @param place GeoJSON Point, LineString or Polygon in longitude, latitude; null for none
 * @param subzone uid of a subzone the plan shows, null for none
 * @param parent comment it answers, null where it begins a thread
 */
public record CommentAsked(
    @Nullable String text,
    @Nullable JsonNode place,
    @Nullable String subzone,
    @Nullable Long parent) {
  private static final int LONGEST_TEXT = 2_000;

  /** A pin, a stroke or an outline drawn by hand; whatever has more is not one. */
  private static final int MOST_VERTICES = 2_000;

  private static final ShapeRules PLACES =
      new ShapeRules(
          Crs.CRS84,
          Set.of("Point", "LineString", "Polygon"),
          MOST_VERTICES,
          ShapeRules.Height.DROP,
          true);

  /**
   * The text as it is kept: NFC, line ends as LF.
   *
   * @throws ProblemException {@link ZoningProblem#BAD_BODY}
   */
  String checkedText() {
    String kept =
        text == null
            ? ""
            : Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n").strip();
    if (kept.isEmpty()) {
      throw bad("text", "Góp ý chưa có nội dung.", "The comment has no text.");
    }
    if (kept.codePointCount(0, kept.length()) > LONGEST_TEXT) {
      throw bad(
          "text",
          "Góp ý dài quá " + LONGEST_TEXT + " ký tự.",
          "The comment is longer than " + LONGEST_TEXT + " characters.");
    }
    boolean odd =
        kept.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')
            || !StandardCharsets.UTF_8.newEncoder().canEncode(kept);
    if (odd) {
      throw bad("text", "Góp ý có ký tự lạ.", "The comment has characters that are no text.");
    }
    return kept;
  }

  /**
   * The place on the storage grid, EPSG:4326, x, y; null for none.
   *
   * @throws ProblemException {@link ZoningProblem#BAD_COMMENT} with {@code reason} and, where the
   *     fault has one, {@code place}
   */
  @Nullable Geometry checkedPlace() {
    if (place == null || place.isNull()) {
      return null;
    }
    Geometry kept;
    try {
      kept = StorageGrid.snap(GeoJson.readGeometry(place, PLACES));
    } catch (ShapeRefusal e) {
      ProblemException problem = refused("place", e.vi(), e.en()).with("reason", e.code().slug());
      throw e.place()
          .filter(at -> Double.isFinite(at.x()) && Double.isFinite(at.y()))
          .map(at -> Crs.CRS84.geometryFactory().createPoint(new Coordinate(at.x(), at.y())))
          .map(at -> problem.with("place", GeoJson.write(at, GeoJson.DEGREE_DECIMALS)))
          .orElse(problem);
    }
    if (!kept.isValid()) {
      throw refused("place", "Hình quá nhỏ để lưu.", "The shape is too small to be kept.");
    }
    return kept;
  }

  /**
   * The subzone's uid; null for none.
   *
   * @throws ProblemException {@link ZoningProblem#BAD_BODY}
   */
  @Nullable UUID checkedSubzone() {
    if (subzone == null) {
      return null;
    }
    if (!subzone.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      throw bad("subzone", "Mã phân khu phải là uid.", "The subzone must be given by its uid.");
    }
    return UUID.fromString(subzone);
  }

  /** What is well formed and yet cannot be kept. */
  static ProblemException refused(String field, String vi, String en) {
    return ZoningProblem.BAD_COMMENT.with(vi, en).field(field);
  }

  private static ProblemException bad(String field, String vi, String en) {
    return ZoningProblem.BAD_BODY
        .with(vi, en)
        .field(field)
        .remedy(
            "Gửi text từ 1 đến " + LONGEST_TEXT + " ký tự, place là GeoJSON, subzone là uid.",
            "Send text of 1 to "
                + LONGEST_TEXT
                + " characters, place as GeoJSON, subzone as a uid.");
  }
}

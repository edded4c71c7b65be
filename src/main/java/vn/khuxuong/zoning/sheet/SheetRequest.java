package vn.khuxuong.zoning.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;

/**
 * How somebody wants a plan printed.
 *
 * @param scale denominator, null for the largest standard scale at which the zone fits
 * @param cadastral colours of the cadastral map instead of those of the plan
 * @param centre middle of the only sheet, east and north in the legal CRS; null for the whole zone
 * @param language of every word on the sheet
 */
record SheetRequest(
    @Nullable Integer scale,
    Paper paper,
    boolean landscape,
    boolean cadastral,
    @Nullable Coordinate centre,
    Language language) {

  /** Scales of planning drawings, the largest first. */
  static final List<Integer> SCALES = List.of(500, 1000, 2000, 5000, 10_000, 25_000, 50_000);

  private static final double MOST_METRES = 1e7;

  /** The centre is copied, since coordinates are mutable. */
  SheetRequest {
    centre = centre == null ? null : new Coordinate(centre);
  }

  @Override
  public @Nullable Coordinate centre() {
    return centre == null ? null : new Coordinate(centre);
  }

  /**
   * Reads the parameters of a request.
   *
   * @param lang checked only; null where the language comes from elsewhere
   * @param language of the answer
   * @throws ProblemException {@link ApiProblem#BAD_PARAMETER} naming the first bad one
   */
  static SheetRequest parse(
      @Nullable String scale,
      String paper,
      String orientation,
      @Nullable String lang,
      String palette,
      @Nullable String center,
      Language language) {
    if (lang != null) {
      choice("lang", lang, List.of("vi", "en"));
    }
    String papers =
        Arrays.stream(Paper.values()).map(Paper::name).collect(Collectors.joining(", "));
    Paper known =
        Paper.find(paper)
            .orElseThrow(
                () ->
                    bad("paper", "Không có khổ giấy này.", "There is no such paper.")
                        .remedy("Các khổ: " + papers + ".", "Papers are " + papers + "."));
    return new SheetRequest(
        scale(scale),
        known,
        choice("orientation", orientation, List.of("landscape", "portrait")).equals("landscape"),
        choice("palette", palette, List.of("planning", "cadastral")).equals("cadastral"),
        centre(center),
        language);
  }

  private static String choice(String name, String value, List<String> accepted) {
    if (!accepted.contains(value)) {
      String either = String.join(", ", accepted);
      throw bad(
              name,
              "Giá trị của \"" + name + "\" không hợp lệ.",
              "The value of \"" + name + "\" is not accepted.")
          .remedy("Dùng một trong: " + either + ".", "Use one of: " + either + ".");
    }
    return value;
  }

  private static @Nullable Integer scale(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return SCALES.stream()
        .filter(scale -> text.equals(String.valueOf(scale)))
        .findFirst()
        .orElseThrow(
            () -> {
              String all = SCALES.stream().map(String::valueOf).collect(Collectors.joining(", "));
              return bad(
                      "scale",
                      "Tỷ lệ phải là mẫu số của một tỷ lệ bản vẽ quy hoạch.",
                      "The scale must be the denominator of a planning drawing's scale.")
                  .remedy("Các tỷ lệ: " + all + ".", "Scales are " + all + ".");
            });
  }

  private static @Nullable Coordinate centre(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.matches("-?\\d{1,8}(\\.\\d{1,9})?,-?\\d{1,8}(\\.\\d{1,9})?")) {
      String[] parts = text.split(",");
      double east = Double.parseDouble(parts[0]);
      double north = Double.parseDouble(parts[1]);
      if (Math.abs(east) < MOST_METRES && Math.abs(north) < MOST_METRES) {
        return new Coordinate(east, north);
      }
    }
    throw bad(
            "center",
            "Tâm tờ phải là hai số mét VN-2000: đông,bắc.",
            "The centre must be two numbers of metres in VN-2000: east,north.")
        .remedy("Ví dụ center=584000,1196000.", "For example center=584000,1196000.");
  }

  static ProblemException bad(String field, String vi, String en) {
    return ApiProblem.BAD_PARAMETER.with(vi, en).field(field);
  }
}

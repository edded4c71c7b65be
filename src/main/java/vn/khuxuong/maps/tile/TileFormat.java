package vn.khuxuong.maps.tile;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import vn.khuxuong.maps.feature.Parameters;
import vn.khuxuong.maps.layer.MapsProblem;

/** The encodings of tiles. */
enum TileFormat {
  MVT("mvt", "application/vnd.mapbox-vector-tile"),
  PNG("png", "image/png"),
  JPEG("jpeg", "image/jpeg");

  /** Vector tiles. */
  static final List<TileFormat> VECTOR = List.of(MVT);

  /** Map tiles, the usual one first. */
  static final List<TileFormat> MAP = List.of(PNG, JPEG);

  private final String word;
  private final String mediaType;

  TileFormat(String word, String mediaType) {
    this.word = word;
    this.mediaType = mediaType;
  }

  /** Value of parameter {@code f} and ending of a file's name. */
  String word() {
    return word;
  }

  String mediaType() {
    return mediaType;
  }

  /** Whether it is a picture. */
  boolean isMap() {
    return this != MVT;
  }

  /**
   * The encoding asked for: parameter {@code f} before header {@code Accept}, the first that is
   * offered without either.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException {@link MapsProblem#BAD_PARAMETER} or
   *     {@link MapsProblem#NOT_ACCEPTABLE}
   */
  static TileFormat of(@Nullable String f, @Nullable String accept, List<TileFormat> offered) {
    if (f != null) {
      return offered.stream()
          .filter(format -> format.word.equals(f) || format.mediaType.equals(f))
          .findFirst()
          .orElseThrow(
              () ->
                  Parameters.bad(
                      "f",
                      "phải là một trong " + words(offered),
                      "must be one of " + words(offered)));
    }
    if (accept == null || accept.isBlank()) {
      return offered.get(0);
    }
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .filter(type -> type.getQualityValue() > 0)
          .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
          .flatMap(type -> offered.stream().filter(format -> format.fits(type)))
          .findFirst()
          .orElseThrow(
              () ->
                  MapsProblem.NOT_ACCEPTABLE.with(
                      "Chỉ có " + words(offered) + ".", "There is " + words(offered) + " only."));
    } catch (InvalidMediaTypeException e) {
      return offered.get(0);
    }
  }

  private boolean fits(MediaType wanted) {
    return wanted.includes(MediaType.parseMediaType(mediaType));
  }

  private static String words(List<TileFormat> formats) {
    return String.join(", ", formats.stream().map(TileFormat::word).toList());
  }
}

package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The forms in which results come. */
enum Format {
  JSON("json", MediaType.APPLICATION_JSON),
  GEOJSON("geojson", new MediaType("application", "geo+json")),
  CSV("csv", MediaType.parseMediaType("text/csv;charset=UTF-8;header=present"));

  private final String word;
  private final MediaType type;

  Format(String word, MediaType type) {
    this.word = word;
    this.type = type;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(format -> format.word).toList();
  }

  MediaType type() {
    return type;
  }

  String word() {
    return word;
  }

  /**
   * The form asked for: parameter {@code f} before header {@code Accept}; JSON for who asks for
   * none of them, browsers among others.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException for another {@code f}
   */
  static Format of(@Nullable String f, @Nullable String accept) {
    if (f != null) {
      return Arrays.stream(values())
          .filter(format -> format.word.equals(f))
          .findFirst()
          .orElseThrow(() -> Values.notAmong("f", words()));
    }
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .filter(wanted -> wanted.getQualityValue() > 0)
          .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
          .map(Format::find)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(JSON);
    } catch (InvalidMediaTypeException e) {
      return JSON;
    }
  }

  private static @Nullable Format find(MediaType wanted) {
    if (wanted.isWildcardType()) {
      return JSON;
    }
    return Arrays.stream(values())
        .filter(format -> wanted.equalsTypeAndSubtype(format.type))
        .findFirst()
        .orElse(null);
  }
}

package vn.khuxuong.maps.feature;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import vn.khuxuong.maps.layer.MapsProblem;

/** The two encodings of every resource: for machines and for people. */
public enum Format {
  JSON("json"),
  HTML("html");

  private static final List<String> JSON_TYPES =
      List.of("json", "geo+json", "schema+json", "vnd.oai.openapi+json");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /** Value of parameter {@code f}. */
  public String word() {
    return word;
  }

  Format other() {
    return this == JSON ? HTML : JSON;
  }

  /**
   * The encoding asked for: parameter {@code f} before header {@code Accept}, JSON without either.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException {@link MapsProblem#BAD_PARAMETER} or
   *     {@link MapsProblem#NOT_ACCEPTABLE}
   */
  static Format of(@Nullable String f, @Nullable String accept) {
    if (f != null) {
      for (Format format : values()) {
        if (format.word.equals(f)) {
          return format;
        }
      }
      throw MapsProblem.BAD_PARAMETER
          .with("Tham số f phải là json hoặc html.", "Parameter f must be json or html.")
          .field("f");
    }
    if (accept == null || accept.isBlank()) {
      return JSON;
    }
    return accepted(accept);
  }

  private static Format accepted(String accept) {
    List<MediaType> wanted;
    try {
      wanted = MediaType.parseMediaTypes(accept);
    } catch (InvalidMediaTypeException e) {
      return JSON;
    }
    return wanted.stream()
        .filter(type -> type.getQualityValue() > 0)
        .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
        .map(Format::ofType)
        .filter(format -> format != null)
        .findFirst()
        .orElseThrow(
            () ->
                MapsProblem.NOT_ACCEPTABLE.with(
                    "Chỉ có JSON và HTML.", "There are JSON and HTML only."));
  }

  private static @Nullable Format ofType(MediaType type) {
    if (type.isWildcardType()) {
      return JSON;
    }
    if (type.getType().equals("text")) {
      return type.isWildcardSubtype() || type.getSubtype().equals("html") ? HTML : null;
    }
    boolean json =
        type.getType().equals("application")
            && (type.isWildcardSubtype() || JSON_TYPES.contains(type.getSubtype()));
    return json ? JSON : null;
  }
}

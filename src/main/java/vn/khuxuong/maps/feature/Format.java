package vn.khuxuong.maps.feature;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import vn.khuxuong.maps.layer.MapsProblem;

/** The encodings of resources: for machines and for people, and of features also as files. */
public enum Format {
  JSON("json", Link.JSON, "JSON"),
  HTML("html", Link.HTML, "HTML"),
  JSON_FG("jsonfg", "application/fg+json", "JSON-FG"),
  CSV("csv", "text/csv;charset=UTF-8;header=present", "CSV"),
  KML("kml", "application/vnd.google-earth.kml+xml", "KML"),
  FLATGEOBUF("fgb", "application/vnd.flatgeobuf", "FlatGeobuf"),
  GEOPACKAGE("gpkg", "application/geopackage+sqlite3", "GeoPackage");

  /** What every resource comes in. */
  public static final Set<Format> EVERYWHERE = EnumSet.of(JSON, HTML);

  /** What features come in. */
  static final Set<Format> OF_FEATURES = EnumSet.allOf(Format.class);

  /** What a single feature comes in. */
  static final Set<Format> OF_A_FEATURE = EnumSet.of(JSON, HTML, JSON_FG);

  /** Other names that clients have for some of these, in parameter {@code f} and as types. */
  private static final Map<String, Format> OTHER_NAMES =
      Map.of(
          "geojson", JSON,
          "flatgeobuf", FLATGEOBUF,
          "geopackage", GEOPACKAGE);

  private static final List<String> JSON_TYPES =
      List.of("json", "geo+json", "schema+json", "vnd.oai.openapi+json");

  private final String word;
  private final String mediaType;
  private final String title;

  Format(String word, String mediaType, String title) {
    this.word = word;
    this.mediaType = mediaType;
    this.title = title;
  }

  /** Value of parameter {@code f}. */
  public String word() {
    return word;
  }

  /** Media type, of JSON the general one. */
  String mediaType() {
    return mediaType;
  }

  /** Name of a file of a layer's features. */
  String fileName(String layer) {
    return layer + "." + word;
  }

  /** Its name, the same in all languages. */
  String title() {
    return title;
  }

  Format other() {
    return this == HTML ? JSON : HTML;
  }

  /** Whether it is text; otherwise it is bytes. */
  boolean isText() {
    return this != FLATGEOBUF && this != GEOPACKAGE;
  }

  /** Whether it is a file of all features asked for, not a page of them. */
  boolean isFile() {
    return this != JSON && this != HTML && this != JSON_FG;
  }

  /**
   * The encoding asked for: parameter {@code f} before header {@code Accept}, JSON without either.
   *
   * @param offered what there is at this resource
   * @throws vn.khuxuong.platform.problem.ProblemException {@link MapsProblem#BAD_PARAMETER} or
   *     {@link MapsProblem#NOT_ACCEPTABLE}
   */
  static Format of(@Nullable String f, @Nullable String accept, Set<Format> offered) {
    if (f != null) {
      Format other = offered.contains(JSON_FG) ? OTHER_NAMES.get(f) : null;
      return offered.stream()
          .filter(format -> format == other || format.word.equals(f))
          .findFirst()
          .orElseThrow(
              () ->
                  MapsProblem.BAD_PARAMETER
                      .with(
                          "Tham số f phải là một trong: " + words(offered) + ".",
                          "Parameter f must be one of: " + words(offered) + ".")
                      .field("f"));
    }
    return accept == null || accept.isBlank() ? JSON : accepted(accept, offered);
  }

  private static String words(Set<Format> offered) {
    return offered.stream().map(Format::word).collect(Collectors.joining(", "));
  }

  /**
   * Whether who asked so is told of a problem on a page: a browser that was not to fetch JSON. What
   * names no type, or is content with any, is no browser.
   */
  static boolean isPage(@Nullable String f, @Nullable String accept) {
    boolean json = f != null && (f.equals(JSON_FG.word) || f.endsWith(JSON.word));
    return !json && accept != null && best(accept, EVERYWHERE).filter(HTML::equals).isPresent();
  }

  private static Format accepted(String accept, Set<Format> offered) {
    return best(accept, offered)
        .orElseThrow(
            () ->
                MapsProblem.NOT_ACCEPTABLE.with(
                    "Chỉ có các định dạng: " + titles(offered) + ".",
                    "The formats are: " + titles(offered) + "."));
  }

  private static Optional<Format> best(String accept, Set<Format> offered) {
    List<MediaType> wanted;
    try {
      wanted = MediaType.parseMediaTypes(accept);
    } catch (InvalidMediaTypeException e) {
      return Optional.of(JSON);
    }
    return wanted.stream()
        .filter(type -> type.getQualityValue() > 0)
        .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
        .map(type -> ofType(type, offered))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static String titles(Set<Format> offered) {
    return offered.stream().map(Format::title).collect(Collectors.joining(", "));
  }

  private static @Nullable Format ofType(MediaType type, Set<Format> offered) {
    if (type.isWildcardType()) {
      return JSON;
    }
    if (type.isWildcardSubtype()) {
      return type.getType().equals("text")
          ? HTML
          : type.getType().equals("application") ? JSON : null;
    }
    if (type.getType().equals("application") && JSON_TYPES.contains(type.getSubtype())) {
      return JSON;
    }
    Format other = type.getType().equals("application") ? OTHER_NAMES.get(type.getSubtype()) : null;
    return offered.stream()
        .filter(
            format ->
                format == other
                    || MediaType.parseMediaType(format.mediaType).equalsTypeAndSubtype(type))
        .findFirst()
        .orElse(null);
  }
}

package vn.khuxuong.maps.wms;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;

/** Why a request is refused, in the words and codes of the protocol. */
final class WmsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Exception codes, OGC 06-042, table E.1, and of OWS Common where that table has none. */
  enum Code {
    INVALID_FORMAT("InvalidFormat", HttpStatus.BAD_REQUEST),
    INVALID_CRS("InvalidCRS", HttpStatus.BAD_REQUEST),
    LAYER_NOT_DEFINED("LayerNotDefined", HttpStatus.BAD_REQUEST),
    STYLE_NOT_DEFINED("StyleNotDefined", HttpStatus.BAD_REQUEST),
    LAYER_NOT_QUERYABLE("LayerNotQueryable", HttpStatus.BAD_REQUEST),
    INVALID_POINT("InvalidPoint", HttpStatus.BAD_REQUEST),
    INVALID_DIMENSION_VALUE("InvalidDimensionValue", HttpStatus.BAD_REQUEST),
    CURRENT_UPDATE_SEQUENCE("CurrentUpdateSequence", HttpStatus.BAD_REQUEST),
    INVALID_UPDATE_SEQUENCE("InvalidUpdateSequence", HttpStatus.BAD_REQUEST),
    OPERATION_NOT_SUPPORTED("OperationNotSupported", HttpStatus.BAD_REQUEST),
    MISSING_PARAMETER("MissingParameterValue", HttpStatus.BAD_REQUEST),
    INVALID_PARAMETER("InvalidParameterValue", HttpStatus.BAD_REQUEST),
    UNREAD_BODY("InvalidFormat", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    BUSY("NoApplicableCode", HttpStatus.SERVICE_UNAVAILABLE),
    FAILED("NoApplicableCode", HttpStatus.INTERNAL_SERVER_ERROR);

    private final String word;
    private final HttpStatus status;

    Code(String word, HttpStatus status) {
      this.word = word;
      this.status = status;
    }

    String word(WmsVersion version) {
      return this == INVALID_CRS && version == WmsVersion.V1_1_1 ? "InvalidSRS" : word;
    }

    HttpStatus status() {
      return status;
    }
  }

  private static final int LONGEST_QUOTE = 80;

  private final Code code;
  private final String vi;
  private final String en;
  private final @Nullable String locator;

  /**
   * @param locator the parameter at fault, or null
   */
  WmsException(Code code, String vi, String en, @Nullable String locator) {
    super(en);
    this.code = code;
    this.vi = vi;
    this.en = en;
    this.locator = locator;
  }

  static WmsException of(GeoRefusal refusal, String parameter) {
    boolean crs = refusal.code() == GeoRefusal.Code.UNKNOWN_CRS;
    return new WmsException(
        crs ? Code.INVALID_CRS : Code.INVALID_PARAMETER, refusal.vi(), refusal.en(), parameter);
  }

  /** A refusal of the common machinery in the protocol's words. */
  static WmsException of(ProblemException problem) {
    Object field = problem.members().get("field");
    return new WmsException(
        problem.type().status() == HttpStatus.SERVICE_UNAVAILABLE
            ? Code.BUSY
            : Code.INVALID_PARAMETER,
        problem.detail(Language.VI),
        problem.detail(Language.EN),
        field == null ? null : field.toString());
  }

  static WmsException busy() {
    return new WmsException(
        Code.BUSY,
        "Máy chủ bản đồ đang bận. Hãy thử lại sau giây lát.",
        "The map server is busy. Try again in a moment.",
        null);
  }

  /** What a client sent, short enough to be repeated to it. */
  static String quoted(String value) {
    return "“"
        + (value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value)
        + "”";
  }

  Code code() {
    return code;
  }

  @Nullable String locator() {
    return locator;
  }

  String words(Language language) {
    return language.choose(vi, en);
  }
}

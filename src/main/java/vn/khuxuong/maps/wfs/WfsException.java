package vn.khuxuong.maps.wfs;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.xml.XmlWriter;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;

/** Why a request is refused, in the words and codes of the protocol. */
final class WfsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Exception codes, OGC 09-025r2, table 3, and OGC 06-121r3, table 27. */
  enum Code {
    MISSING_PARAMETER("MissingParameterValue", HttpStatus.BAD_REQUEST),
    INVALID_PARAMETER("InvalidParameterValue", HttpStatus.BAD_REQUEST),
    VERSION("VersionNegotiationFailed", HttpStatus.BAD_REQUEST),
    NOT_SUPPORTED("OperationNotSupported", HttpStatus.BAD_REQUEST),
    OPTION_NOT_SUPPORTED("OptionNotSupported", HttpStatus.BAD_REQUEST),
    PARSING("OperationParsingFailed", HttpStatus.BAD_REQUEST),
    TOO_LARGE("OperationParsingFailed", HttpStatus.CONTENT_TOO_LARGE),
    UNREAD_BODY("OperationParsingFailed", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    NOT_FOUND("NotFound", HttpStatus.NOT_FOUND),
    BUSY("NoApplicableCode", HttpStatus.SERVICE_UNAVAILABLE),
    FAILED("OperationProcessingFailed", HttpStatus.INTERNAL_SERVER_ERROR);

    private final String word;
    private final HttpStatus status;

    Code(String word, HttpStatus status) {
      this.word = word;
      this.status = status;
    }

    String word() {
      return word;
    }

    HttpStatus status() {
      return status;
    }
  }

  private static final int LONGEST_QUOTE = 80;

  private final Code code;
  private final String vi;
  private final @Nullable String locator;

  /**
   * @param locator the parameter or element at fault, or null
   */
  WfsException(Code code, String vi, String en, @Nullable String locator) {
    super(en);
    this.code = code;
    this.vi = vi;
    this.locator = locator;
  }

  static WfsException invalid(String parameter, String vi, String en) {
    return new WfsException(
        Code.INVALID_PARAMETER, parameter + " " + vi + ".", parameter + " " + en + ".", parameter);
  }

  static WfsException of(GeoRefusal refusal, String parameter) {
    return new WfsException(Code.INVALID_PARAMETER, refusal.vi(), refusal.en(), parameter);
  }

  /** A refusal of the common machinery in the protocol's words. */
  static WfsException of(ProblemException problem) {
    Object field = problem.members().get("field");
    return new WfsException(
        problem.type().status() == HttpStatus.SERVICE_UNAVAILABLE
            ? Code.BUSY
            : Code.INVALID_PARAMETER,
        problem.detail(Language.VI),
        problem.detail(Language.EN),
        field == null ? null : field.toString());
  }

  static WfsException busy() {
    return new WfsException(
        Code.BUSY,
        "Máy chủ đang bận. Hãy thử lại sau giây lát.",
        "The server is busy. Try again in a moment.",
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

  /** The report of OGC 06-121r3, 8. */
  byte[] report(Language language) {
    XmlWriter xml = new XmlWriter();
    xml.open("ows:ExceptionReport")
        .namespace("ows", WfsXml.OWS)
        .namespace("xsi", WfsXml.XSI)
        .attribute(
            "xsi:schemaLocation",
            WfsXml.OWS + " http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd")
        .attribute("version", "2.0.0")
        .attribute("xml:lang", language.tag());
    xml.open("ows:Exception").attribute("exceptionCode", code.word());
    if (locator != null) {
      xml.attribute("locator", locator);
    }
    xml.element("ows:ExceptionText", language.choose(vi, String.valueOf(getMessage())));
    return xml.close().close().bytes();
  }
}

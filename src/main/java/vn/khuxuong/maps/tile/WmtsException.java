package vn.khuxuong.maps.tile;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.xml.XmlWriter;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;

/** A refusal as WMTS tells it: an exception report of OWS Common 1.1 (OGC 06-121r3, clause 8). */
final class WmtsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;
  private final String vi;
  private final String en;
  private final @Nullable String locator;

  /** The codes of OGC 07-057r7. */
  enum Code {
    MISSING("MissingParameterValue", HttpStatus.BAD_REQUEST),
    INVALID("InvalidParameterValue", HttpStatus.BAD_REQUEST),
    OUT_OF_RANGE("TileOutOfRange", HttpStatus.BAD_REQUEST),
    NO_POINT("PointIJOutOfRange", HttpStatus.BAD_REQUEST),
    NO_VERSION("VersionNegotiationFailed", HttpStatus.BAD_REQUEST),
    BUSY("NoApplicableCode", HttpStatus.SERVICE_UNAVAILABLE),
    FAILED("NoApplicableCode", HttpStatus.INTERNAL_SERVER_ERROR);

    private final String word;
    private final HttpStatus status;

    Code(String word, HttpStatus status) {
      this.word = word;
      this.status = status;
    }

    HttpStatus status() {
      return status;
    }
  }

  WmtsException(Code code, String vi, String en, @Nullable String locator) {
    super(en);
    this.code = code;
    this.vi = vi;
    this.en = en;
    this.locator = locator;
  }

  static WmtsException missing(String parameter) {
    return new WmtsException(
        Code.MISSING,
        "Thiếu tham số " + parameter + ".",
        "Parameter " + parameter + " is missing.",
        parameter);
  }

  static WmtsException invalid(String parameter) {
    return new WmtsException(
        Code.INVALID,
        "Giá trị của " + parameter + " không có ở đây.",
        "There is no such value of " + parameter + " here.",
        parameter);
  }

  /**
   * A refusal of the common machinery in the protocol's words.
   *
   * @param locator the parameter at fault where the refusal names none
   */
  static WmtsException of(ProblemException problem, @Nullable String locator) {
    Object field = problem.members().get("field");
    Code code = Code.INVALID;
    if (problem.type() == MapsProblem.NO_TILE) {
      code = Code.OUT_OF_RANGE;
    } else if (problem.type().status().is5xxServerError()) {
      code = Code.BUSY;
    }
    return new WmtsException(
        code,
        problem.detail(Language.VI),
        problem.detail(Language.EN),
        field == null ? locator : field.toString());
  }

  Code code() {
    return code;
  }

  /** The report. */
  byte[] report(Language language) {
    XmlWriter xml = new XmlWriter();
    xml.open("ExceptionReport")
        .namespace("", WmtsCapabilities.OWS)
        .namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .attribute(
            "xsi:schemaLocation",
            WmtsCapabilities.OWS + " http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd")
        .attribute("version", "1.1.0")
        .attribute("xml:lang", language.tag());
    xml.open("Exception").attribute("exceptionCode", code.word);
    if (locator != null) {
      xml.attribute("locator", locator);
    }
    xml.element("ExceptionText", language.choose(vi, en)).close().close();
    return xml.bytes();
  }
}

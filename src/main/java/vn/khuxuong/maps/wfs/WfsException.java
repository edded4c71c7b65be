package vn.khuxuong.maps.wfs;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.ows.Fault;
import vn.khuxuong.maps.ows.OwsReport;
import vn.khuxuong.maps.ows.ServiceCode;
import vn.khuxuong.maps.ows.ServiceException;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;

/** Why a request is refused, in the words and codes of the protocol. */
final class WfsException extends ServiceException {
  private static final long serialVersionUID = 1L;

  /** Exception codes, OGC 09-025r2, table 3, and OGC 06-121r3, table 27. */
  enum Code implements ServiceCode {
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

    @Override
    public String word() {
      return word;
    }

    @Override
    public HttpStatus status() {
      return status;
    }
  }

  /**
   * @param locator the parameter or element at fault, or null
   */
  WfsException(Code code, String vi, String en, @Nullable String locator) {
    super(code, vi, en, locator);
  }

  private WfsException(Code code, Fault fault) {
    super(code, fault);
  }

  private WfsException(ProblemException problem) {
    super(isBusy(problem) ? Code.BUSY : Code.INVALID_PARAMETER, problem);
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
    return new WfsException(problem);
  }

  static WfsException unreadable() {
    return new WfsException(Code.PARSING, Fault.UNREADABLE);
  }

  static WfsException busy() {
    return new WfsException(
        Code.BUSY,
        "Máy chủ đang bận. Hãy thử lại sau giây lát.",
        "The server is busy. Try again in a moment.",
        null);
  }

  static WfsException failed() {
    return new WfsException(Code.FAILED, Fault.FAILED);
  }

  /** The refusal as a document. */
  byte[] report(Language language) {
    return OwsReport.write(this, "ows", "2.0.0", language);
  }
}

package vn.khuxuong.maps.tile;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.ows.Fault;
import vn.khuxuong.maps.ows.OwsReport;
import vn.khuxuong.maps.ows.ServiceCode;
import vn.khuxuong.maps.ows.ServiceException;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;

/** Why a request is refused, in the words and codes of the protocol. */
final class WmtsException extends ServiceException {
  private static final long serialVersionUID = 1L;

  /** The codes of OGC 07-057r7. */
  enum Code implements ServiceCode {
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

    @Override
    public String word() {
      return word;
    }

    @Override
    public HttpStatus status() {
      return status;
    }
  }

  WmtsException(Code code, String vi, String en, @Nullable String locator) {
    super(code, vi, en, locator);
  }

  private WmtsException(Code code, Fault fault) {
    super(code, fault);
  }

  private WmtsException(ProblemException problem) {
    super(code(problem), problem);
  }

  private static Code code(ProblemException problem) {
    if (problem.type() == MapsProblem.NO_TILE) {
      return Code.OUT_OF_RANGE;
    }
    return isBusy(problem) ? Code.BUSY : Code.INVALID;
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

  /** A refusal of the common machinery in the protocol's words. */
  static WmtsException of(ProblemException problem) {
    return new WmtsException(problem);
  }

  static WmtsException unreadable() {
    return new WmtsException(Code.INVALID, Fault.UNREADABLE);
  }

  static WmtsException busy() {
    return new WmtsException(Code.BUSY, Fault.BUSY);
  }

  static WmtsException failed() {
    return new WmtsException(Code.FAILED, Fault.FAILED);
  }

  /** The refusal as a document. */
  byte[] report(Language language) {
    return OwsReport.write(this, "", "1.1.0", language);
  }
}

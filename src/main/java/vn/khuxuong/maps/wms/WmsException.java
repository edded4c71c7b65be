package vn.khuxuong.maps.wms;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.ows.Fault;
import vn.khuxuong.maps.ows.ServiceCode;
import vn.khuxuong.maps.ows.ServiceException;
import vn.khuxuong.platform.problem.ProblemException;

/** Why a request is refused, in the words and codes of the protocol. */
final class WmsException extends ServiceException {
  private static final long serialVersionUID = 1L;

  /** Exception codes, OGC 06-042, table E.1, and of OWS Common where that table has none. */
  enum Code implements ServiceCode {
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
   * @param locator the parameter at fault, or null
   */
  WmsException(Code code, String vi, String en, @Nullable String locator) {
    super(code, vi, en, locator);
  }

  private WmsException(Code code, Fault fault) {
    super(code, fault);
  }

  private WmsException(ProblemException problem) {
    super(isBusy(problem) ? Code.BUSY : Code.INVALID_PARAMETER, problem);
  }

  static WmsException of(GeoRefusal refusal, String parameter) {
    boolean crs = refusal.code() == GeoRefusal.Code.UNKNOWN_CRS;
    return new WmsException(
        crs ? Code.INVALID_CRS : Code.INVALID_PARAMETER, refusal.vi(), refusal.en(), parameter);
  }

  /** A refusal of the common machinery in the protocol's words. */
  static WmsException of(ProblemException problem) {
    return new WmsException(problem);
  }

  static WmsException unreadable() {
    return new WmsException(Code.INVALID_PARAMETER, Fault.UNREADABLE);
  }

  static WmsException busy() {
    return new WmsException(Code.BUSY, Fault.BUSY);
  }

  static WmsException failed() {
    return new WmsException(Code.FAILED, Fault.FAILED);
  }

  /** The code as a version spells it. */
  String word(WmsVersion version) {
    boolean crs = word().equals(Code.INVALID_CRS.word());
    return crs && version == WmsVersion.V1_1_1 ? "InvalidSRS" : word();
  }
}

package vn.khuxuong.maps.wms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.maps.picture.MapPictures;
import vn.khuxuong.maps.style.SldWriter;
import vn.khuxuong.maps.wms.WmsAnswers.Asking;
import vn.khuxuong.maps.wms.WmsAnswers.Content;
import vn.khuxuong.maps.wms.WmsException.Code;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.Language;

/** The door: {@code /wms}, all operations of both versions, refusals in the protocol's own form. */
@RestController
class WmsController {
  private static final Logger LOG = LoggerFactory.getLogger(WmsController.class);

  private final GetCapabilities capabilities;
  private final MapPictures pictures;
  private final FeatureInfo info;
  private final GetLegendGraphic legends;
  private final DescribeLayer descriptions;
  private final GetStyles stylesheets;
  private final RequestReader reader;
  private final WmsAnswers answers;
  private final BaseUrl baseUrl;

  WmsController(
      GetCapabilities capabilities,
      MapPictures pictures,
      FeatureInfo info,
      GetLegendGraphic legends,
      DescribeLayer descriptions,
      GetStyles stylesheets,
      RequestReader reader,
      WmsAnswers answers,
      BaseUrl baseUrl) {
    this.capabilities = capabilities;
    this.pictures = pictures;
    this.info = info;
    this.legends = legends;
    this.descriptions = descriptions;
    this.stylesheets = stylesheets;
    this.reader = reader;
    this.answers = answers;
    this.baseUrl = baseUrl;
  }

  @GetMapping("/wms")
  ResponseEntity<byte[]> get(HttpServletRequest request) {
    return answer(request);
  }

  /** The same parameters in a form. */
  @PostMapping(path = "/wms", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<byte[]> post(HttpServletRequest request) {
    return answer(request);
  }

  /** Other bodies, such as XML with a style in it, are not even read. */
  @PostMapping("/wms")
  ResponseEntity<byte[]> postOther(HttpServletRequest request) {
    WmsException refusal =
        new WmsException(
            Code.UNREAD_BODY,
            "Yêu cầu POST phải là biểu mẫu (application/x-www-form-urlencoded); XML và SLD không"
                + " được đọc.",
            "A POST request must be a form (application/x-www-form-urlencoded); XML and SLD are not"
                + " read.",
            null);
    return WmsAnswers.refusal(refusal, asking(request));
  }

  private static Asking asking(HttpServletRequest request) {
    boolean readable = true;
    Parameters parameters;
    try {
      parameters = Parameters.of(request.getParameterMap());
    } catch (InvalidParameterException | RequestRejectedException e) {
      parameters = Parameters.of(Map.of());
      readable = false;
    }
    return new Asking(
        request,
        parameters,
        readable,
        WmsVersion.of(parameters),
        Viewer.roles(request),
        Language.of(request));
  }

  private ResponseEntity<byte[]> answer(HttpServletRequest request) {
    Asking asking = asking(request);
    try {
      return answer(asking);
    } catch (WmsException e) {
      return WmsAnswers.refusal(e, asking);
    } catch (ProblemException e) {
      return WmsAnswers.refusal(WmsException.of(e), asking);
    } catch (QueryTimeoutException
        | DataAccessResourceFailureException
        | CannotCreateTransactionException e) {
      LOG.warn("No map, the database did not answer in time: {}", e.toString());
      return WmsAnswers.refusal(WmsException.busy(), asking);
    } catch (RuntimeException e) {
      LOG.error("A WMS request failed", e);
      return WmsAnswers.refusal(WmsException.failed(), asking);
    }
  }

  private ResponseEntity<byte[]> answer(Asking asking) {
    Parameters parameters = asking.parameters();
    if (!asking.readable()) {
      throw WmsException.unreadable();
    }
    if (!parameters.find("SERVICE").orElse("WMS").equalsIgnoreCase("WMS")) {
      throw new WmsException(
          Code.INVALID_PARAMETER, "SERVICE phải là WMS.", "SERVICE must be WMS.", "SERVICE");
    }
    String operation = parameters.get("REQUEST");
    return switch (operation.toLowerCase(Locale.ROOT)) {
      case "getcapabilities", "capabilities" -> capabilities(asking);
      case "getmap", "map" -> map(asking);
      case "getfeatureinfo", "feature_info" -> featureInfo(asking);
      case "getlegendgraphic" -> legend(asking);
      case "describelayer" ->
          WmsAnswers.document(
              asking,
              asking.version().capabilitiesType(),
              descriptions.document(
                  parameters, asking.version(), asking.roles(), baseUrl.of(asking.request())));
      case "getstyles" ->
          WmsAnswers.document(
              asking,
              SldWriter.MEDIA_TYPE,
              stylesheets.document(parameters, asking.roles(), asking.language()));
      default ->
          throw new WmsException(
              Code.OPERATION_NOT_SUPPORTED,
              "Dịch vụ không có phép " + WmsException.quoted(operation) + ".",
              "There is no operation " + WmsException.quoted(operation) + ".",
              "REQUEST");
    };
  }

  private ResponseEntity<byte[]> capabilities(Asking asking) {
    byte[] document =
        capabilities.document(
            asking.parameters(),
            asking.version(),
            asking.roles(),
            asking.language(),
            baseUrl.of(asking.request()) + "/wms");
    return WmsAnswers.document(asking, asking.version().capabilitiesType(), document);
  }

  private ResponseEntity<byte[]> map(Asking asking) {
    var format = WmsFormats.picture(asking.parameters());
    MapRequest map = reader.map(asking.parameters(), asking.version(), format, asking.roles());
    return answers.unlessKnown(
        asking,
        new Content(map.layers(), map.reach(), false),
        format.mediaType(),
        changedAt -> pictures.draw(map.picture()));
  }

  private ResponseEntity<byte[]> featureInfo(Asking asking) {
    String format = WmsFormats.choose(asking.parameters(), "INFO_FORMAT", WmsFormats.INFO);
    FeatureInfo.Query query = info.read(asking.parameters(), asking.version(), asking.roles());
    Language language = asking.language();
    return answers.unlessKnown(
        asking,
        new Content(query.queried(), query.map().reach(), true),
        format,
        changedAt ->
            PixelInfo.write(
                info.find(query),
                format,
                query.map().view().box().crs(),
                language,
                changedAt,
                baseUrl.of(asking.request())));
  }

  private ResponseEntity<byte[]> legend(Asking asking) {
    String format = WmsFormats.choose(asking.parameters(), "FORMAT", WmsFormats.LEGEND);
    RequestedLayer layer = legends.layer(asking.parameters(), asking.roles());
    Language language = GetLegendGraphic.language(asking.parameters(), asking.language());
    return WmsAnswers.document(
        asking,
        format,
        format.equals(WmsFormats.PNG)
            ? legends.png(layer, asking.parameters(), language)
            : legends.json(layer, asking.parameters(), language));
  }
}

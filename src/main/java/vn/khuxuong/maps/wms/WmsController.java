package vn.khuxuong.maps.wms;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import vn.khuxuong.maps.draw.MessagePicture;
import vn.khuxuong.maps.layer.Editions;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.maps.picture.MapPictures;
import vn.khuxuong.maps.style.Styles;
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
  private final RequestReader reader;
  private final BaseUrl baseUrl;
  private final Editions editions;
  private final Styles styles;

  WmsController(
      GetCapabilities capabilities,
      MapPictures pictures,
      FeatureInfo info,
      GetLegendGraphic legends,
      RequestReader reader,
      BaseUrl baseUrl,
      Editions editions,
      Styles styles) {
    this.capabilities = capabilities;
    this.pictures = pictures;
    this.info = info;
    this.legends = legends;
    this.reader = reader;
    this.baseUrl = baseUrl;
    this.editions = editions;
    this.styles = styles;
  }

  @GetMapping("/wms")
  ResponseEntity<byte[]> get(HttpServletRequest request) {
    return answer(request);
  }

  /** The same parameters in a form; other bodies are not understood and not read. */
  @PostMapping(path = "/wms", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<byte[]> post(HttpServletRequest request) {
    return answer(request);
  }

  private ResponseEntity<byte[]> answer(HttpServletRequest request) {
    Parameters parameters = Parameters.of(request.getParameterMap());
    WmsVersion version = WmsVersion.of(parameters);
    Language language = Language.of(request);
    try {
      return answer(parameters, version, language, request);
    } catch (WmsException e) {
      return refusal(e, parameters, version, language);
    } catch (ProblemException e) {
      return refusal(WmsException.of(e), parameters, version, language);
    } catch (QueryTimeoutException | DataAccessResourceFailureException e) {
      LOG.warn("No map, the database did not answer in time: {}", e.toString());
      return refusal(WmsException.busy(), parameters, version, language);
    } catch (RuntimeException e) {
      LOG.error("A WMS request failed", e);
      WmsException failure =
          new WmsException(
              Code.FAILED,
              "Yêu cầu không thực hiện được vì lỗi của máy chủ.",
              "The request failed through a fault of the server.",
              null);
      return refusal(failure, parameters, version, language);
    }
  }

  private ResponseEntity<byte[]> answer(
      Parameters parameters, WmsVersion version, Language language, HttpServletRequest request) {
    if (!parameters.find("SERVICE").orElse("WMS").equalsIgnoreCase("WMS")) {
      throw new WmsException(
          Code.INVALID_PARAMETER, "SERVICE phải là WMS.", "SERVICE must be WMS.", "SERVICE");
    }
    Set<String> roles = Viewer.roles(request);
    String operation = parameters.get("REQUEST");
    return switch (operation.toLowerCase(Locale.ROOT)) {
      case "getcapabilities", "capabilities" -> {
        String url = baseUrl.of(request) + "/wms";
        yield ok(
            version.capabilitiesType(),
            capabilities.document(parameters, version, roles, language, url));
      }
      case "getmap", "map" -> {
        WmsFormats.choose(parameters, "FORMAT", List.of(WmsFormats.PNG));
        MapRequest map = reader.map(parameters, version, roles);
        yield unlessKnown(
            request, language, roles, WmsFormats.PNG, () -> pictures.draw(map.picture()));
      }
      case "getfeatureinfo", "feature_info" -> featureInfo(parameters, version, roles, language);
      case "getlegendgraphic" -> legend(request, parameters, roles, language);
      default ->
          throw new WmsException(
              Code.OPERATION_NOT_SUPPORTED,
              "Dịch vụ không có phép " + WmsException.quoted(operation) + ".",
              "There is no operation " + WmsException.quoted(operation) + ".",
              "REQUEST");
    };
  }

  private ResponseEntity<byte[]> featureInfo(
      Parameters parameters, WmsVersion version, Set<String> roles, Language language) {
    String format = WmsFormats.choose(parameters, "INFO_FORMAT", WmsFormats.INFO);
    List<FeatureInfo.Found> found = info.find(parameters, version, roles);
    String text =
        switch (format) {
          case WmsFormats.JSON -> FeatureInfoText.json(found);
          case WmsFormats.HTML -> FeatureInfoText.html(found, language);
          default -> FeatureInfoText.plain(found, language);
        };
    return ok(format, text.getBytes(StandardCharsets.UTF_8));
  }

  private ResponseEntity<byte[]> legend(
      HttpServletRequest request, Parameters parameters, Set<String> roles, Language language) {
    String format = WmsFormats.choose(parameters, "FORMAT", WmsFormats.LEGEND);
    RequestedLayer layer = legends.layer(parameters, roles);
    return unlessKnown(
        request,
        language,
        roles,
        format,
        () ->
            format.equals(WmsFormats.PNG)
                ? legends.png(layer, parameters, language)
                : legends.json(layer, language).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * An answer with an entity tag, or 304 without any work if the client has it already. Proxies
   * must ask again each time, and may keep only what everybody sees.
   */
  private ResponseEntity<byte[]> unlessKnown(
      HttpServletRequest request,
      Language language,
      Set<String> roles,
      String type,
      Supplier<byte[]> body) {
    String variant = styles.version() + "-" + language.tag();
    if (!roles.isEmpty()) {
      variant += "-" + String.join("-", new TreeSet<>(roles));
    }
    String tag = editions.current().etag(variant);
    CacheControl cache =
        roles.isEmpty()
            ? CacheControl.noCache().cachePublic()
            : CacheControl.noCache().cachePrivate();
    if (new ServletWebRequest(request).checkNotModified(tag)) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).cacheControl(cache).build();
    }
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(cache)
        .varyBy("Accept-Language", "Cookie")
        .contentType(mediaType(type))
        .body(body.get());
  }

  private static ResponseEntity<byte[]> ok(String type, byte[] body) {
    return ResponseEntity.ok().contentType(mediaType(type)).body(body);
  }

  private static MediaType mediaType(String type) {
    MediaType media = MediaType.parseMediaType(type);
    return media.getType().equals("text") ? new MediaType(media, StandardCharsets.UTF_8) : media;
  }

  private ResponseEntity<byte[]> refusal(
      WmsException e, Parameters parameters, WmsVersion version, Language language) {
    Optional<byte[]> picture = picture(e, parameters, language);
    if (picture.isPresent()) {
      return ok(WmsFormats.PNG, picture.get());
    }
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(e.code().status()).contentType(mediaType(version.exceptionType()));
    if (e.code() == Code.BUSY) {
      answer.header("Retry-After", "2");
    }
    return answer.body(ExceptionReport.xml(e, version, language));
  }

  /** The refusal as a picture, where a map of a possible size wants it so. */
  private static Optional<byte[]> picture(
      WmsException e, Parameters parameters, Language language) {
    Optional<Boolean> blank = WmsFormats.blankPicture(parameters);
    boolean map = parameters.raw("REQUEST").equalsIgnoreCase("GetMap");
    if (blank.isEmpty() || !map) {
      return Optional.empty();
    }
    try {
      int width = parameters.integer("WIDTH", 1, MapRequest.MAX_SIZE);
      int height = parameters.integer("HEIGHT", 1, MapRequest.MAX_SIZE);
      String words = blank.get() ? "" : e.words(language);
      return Optional.of(
          MessagePicture.draw(width, height, words, RequestReader.ground(parameters)).png());
    } catch (WmsException impossible) {
      return Optional.empty();
    }
  }
}

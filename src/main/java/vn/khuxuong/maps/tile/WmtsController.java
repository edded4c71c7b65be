package vn.khuxuong.maps.tile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import vn.khuxuong.maps.feature.Parameters;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.maps.tile.WmtsException.Code;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.ClientLeftException;
import vn.khuxuong.platform.web.Language;

/**
 * WMTS 1.0.0 (OGC 07-057r7) over the same map tiles, with parameters ({@code /wmts?…}) and with
 * resources ({@code /wmts/1.0.0/…}), for programs that know no OGC API.
 */
@Controller
class WmtsController {
  private static final Logger LOG = LoggerFactory.getLogger(WmtsController.class);
  private static final String XML = "application/xml";

  private final WmtsLayers layers;
  private final TileRequests requests;
  private final TileAnswers tiles;
  private final TileLimits limits;
  private final LayerExtents extents;
  private final BaseUrl base;
  private final Clock clock;

  WmtsController(
      WmtsLayers layers,
      TileRequests requests,
      TileAnswers tiles,
      TileLimits limits,
      LayerExtents extents,
      BaseUrl base,
      Clock clock) {
    this.layers = layers;
    this.requests = requests;
    this.tiles = tiles;
    this.limits = limits;
    this.extents = extents;
    this.base = base;
    this.clock = clock;
  }

  private interface Work {
    void run() throws IOException;
  }

  @GetMapping("/wmts")
  void byParameters(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answered(request, response, () -> operation(request, response));
  }

  @GetMapping("/wmts/1.0.0/WMTSCapabilities.xml")
  void capabilitiesByAddress(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answered(request, response, () -> capabilities(request, response));
  }

  @GetMapping("/wmts/1.0.0/{layer}/{style}/{set}/{matrix}/{row}/{file}")
  void tileByAddress(
      @PathVariable Map<String, String> names,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    answered(
        request,
        response,
        () -> {
          WmtsRequest given = WmtsRequest.of(request);
          String file = names.getOrDefault("file", "");
          int dot = file.lastIndexOf('.');
          TileFormat format = format(dot < 0 ? "" : file.substring(dot + 1));
          TileRequest wanted =
              tile(
                  new Address(
                      names.getOrDefault("layer", ""),
                      names.getOrDefault("style", ""),
                      format,
                      names.getOrDefault("set", ""),
                      names.getOrDefault("matrix", ""),
                      names.getOrDefault("row", ""),
                      dot < 0 ? file : file.substring(0, dot)),
                  given,
                  request);
          tiles.send(wanted, request, response);
        });
  }

  private void operation(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    WmtsRequest given = WmtsRequest.of(request);
    given.require("SERVICE", "WMTS");
    switch (given.get("REQUEST").toLowerCase(Locale.ROOT)) {
      case "getcapabilities" -> {
        String versions = given.find("ACCEPTVERSIONS");
        if (versions != null && !List.of(versions.split(",")).contains("1.0.0")) {
          throw new WmtsException(
              Code.NO_VERSION, "Chỉ có phiên bản 1.0.0.", "There is version 1.0.0 only.", null);
        }
        capabilities(request, response);
      }
      case "gettile" -> {
        given.require("VERSION", "1.0.0");
        TileRequest wanted =
            tile(
                new Address(
                    given.get("LAYER"),
                    given.find("STYLE") == null ? "default" : given.get("STYLE"),
                    format(given.get("FORMAT")),
                    given.get("TILEMATRIXSET"),
                    given.get("TILEMATRIX"),
                    given.get("TILEROW"),
                    given.get("TILECOL")),
                given,
                request);
        tiles.send(wanted, request, response);
      }
      case "getfeatureinfo" ->
          throw new WmtsException(
              Code.NOT_SUPPORTED,
              "Hãy dùng GetFeatureInfo của WMS.",
              "Use GetFeatureInfo of WMS.",
              "GetFeatureInfo");
      default -> throw WmtsException.invalid("REQUEST");
    }
  }

  private record Address(
      String layer,
      String style,
      TileFormat format,
      String set,
      String matrix,
      String row,
      String column) {}

  private static TileFormat format(String text) {
    return TileFormat.MAP.stream()
        .filter(format -> format.mediaType().equals(text) || format.word().equals(text))
        .findFirst()
        .orElseThrow(() -> WmtsException.invalid("FORMAT"));
  }

  private TileRequest tile(Address address, WmtsRequest given, HttpServletRequest request) {
    WmtsLayers.Offered offered = layers.get(address.layer(), Viewer.roles(request));
    if (!offered.styles().contains(address.style())) {
      throw WmtsException.invalid("STYLE");
    }
    TileMatrixSet set =
        TileMatrixSet.find(address.set()).orElseThrow(() -> WmtsException.invalid("TILEMATRIXSET"));
    Tile tile = set.tile(address.matrix(), address.column(), address.row());
    Map<String, String[]> selection = new HashMap<>();
    copy(given.find(WmtsCapabilities.TIME), WmtsCapabilities.CURRENT, "datetime", selection);
    copy(given.find(WmtsCapabilities.FLOOR), WmtsCapabilities.EVERY_FLOOR, "floor", selection);
    Parameters parameters = Parameters.read(selection, Set.of("datetime", "floor"));
    TileRequest read =
        requests.read(offered.members(), tile, address.format(), 1, parameters, request);
    return offered.members().size() == 1 ? read.styled(address.style()) : read;
  }

  private static void copy(
      @Nullable String value, String standard, String name, Map<String, String[]> into) {
    if (value != null && !value.equalsIgnoreCase(standard)) {
      into.put(name, new String[] {value});
    }
  }

  private void capabilities(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Set<String> roles = Viewer.roles(request);
    Language language = Language.of(request);
    byte[] content =
        new WmtsCapabilities(language, base.of(request), limits, extents, LocalDate.now(clock))
            .write(layers.all(roles));
    response.setHeader(
        HttpHeaders.CACHE_CONTROL, roles.isEmpty() ? "no-cache" : "private, no-cache");
    response.addHeader(HttpHeaders.VARY, "Accept-Language, Authorization, Cookie");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    String tag = "W/\"" + DigestUtils.md5DigestAsHex(content) + "\"";
    if (!new ServletWebRequest(request, response).checkNotModified(tag)) {
      response.setContentType(XML);
      response.setContentLength(content.length);
      response.getOutputStream().write(content);
    }
  }

  /** Every failure leaves as an exception report. */
  private static void answered(HttpServletRequest request, HttpServletResponse response, Work work)
      throws IOException {
    try {
      work.run();
    } catch (WmtsException e) {
      report(e, request, response);
    } catch (ProblemException e) {
      report(WmtsException.of(e, null), request, response);
    } catch (ClientLeftException e) {
      throw e;
    } catch (QueryTimeoutException
        | DataAccessResourceFailureException
        | CannotCreateTransactionException e) {
      LOG.warn("No tile, the database did not answer in time: {}", e.toString());
      report(
          new WmtsException(
              Code.BUSY,
              "Máy chủ bản đồ đang bận. Hãy thử lại sau giây lát.",
              "The map server is busy. Try again in a moment.",
              null),
          request,
          response);
    } catch (RuntimeException e) {
      LOG.error("A WMTS request failed", e);
      report(
          new WmtsException(
              Code.FAILED,
              "Yêu cầu không thực hiện được vì lỗi của máy chủ.",
              "The request failed through a fault of the server.",
              null),
          request,
          response);
    }
  }

  private static void report(
      WmtsException refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] content = refusal.report(Language.of(request));
    response.resetBuffer();
    response.setStatus(refusal.code().status().value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (refusal.code() == Code.BUSY) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "2");
    }
    response.setContentType(XML);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}

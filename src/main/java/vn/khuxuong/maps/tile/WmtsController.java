package vn.khuxuong.maps.tile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import vn.khuxuong.maps.layer.LayerExtents;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.maps.tile.WmtsException.Code;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.EntityTag;
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
  private final WmtsTiles wantedTiles;
  private final TileAnswers tiles;
  private final WmtsFeatureInfo info;
  private final TileLimits limits;
  private final LayerExtents extents;
  private final BaseUrl base;
  private final Clock clock;

  WmtsController(
      WmtsLayers layers,
      WmtsTiles wantedTiles,
      TileAnswers tiles,
      WmtsFeatureInfo info,
      TileLimits limits,
      LayerExtents extents,
      BaseUrl base,
      Clock clock) {
    this.layers = layers;
    this.wantedTiles = wantedTiles;
    this.tiles = tiles;
    this.info = info;
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
          TileFormat format = WmtsTiles.format(dot < 0 ? "" : file.substring(dot + 1));
          WmtsTiles.Address address =
              WmtsTiles.Address.of(names, format, dot < 0 ? file : file.substring(0, dot));
          TileRequest wanted = wantedTiles.tile(address, given, request);
          tiles.send(wanted, request, response);
        });
  }

  @GetMapping("/wmts/1.0.0/{layer}/{style}/{set}/{matrix}/{row}/{column}/{j}/{file}")
  void infoByAddress(
      @PathVariable Map<String, String> names,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    answered(request, response, () -> info.send(names, request, response));
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
        TileFormat format = WmtsTiles.format(given.get("FORMAT"));
        TileRequest wanted = wantedTiles.tile(WmtsTiles.Address.of(given, format), given, request);
        tiles.send(wanted, request, response);
      }
      case "getfeatureinfo" -> {
        given.require("VERSION", "1.0.0");
        info.send(given, request, response);
      }
      default -> throw WmtsException.invalid("REQUEST");
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
    if (!new ServletWebRequest(request, response).checkNotModified(EntityTag.of(content))) {
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
      report(WmtsException.of(e), request, response);
    } catch (InvalidParameterException | RequestRejectedException e) {
      report(WmtsException.unreadable(), request, response);
    } catch (QueryTimeoutException
        | DataAccessResourceFailureException
        | CannotCreateTransactionException e) {
      LOG.warn("No tile, the database did not answer in time: {}", e.toString());
      report(WmtsException.busy(), request, response);
    } catch (RuntimeException e) {
      LOG.error("A WMTS request failed", e);
      report(WmtsException.failed(), request, response);
    }
  }

  private static void report(
      WmtsException refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] content = refusal.report(Language.of(request));
    response.resetBuffer();
    response.setStatus(refusal.status().value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (refusal.isBusy()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "2");
    }
    response.setContentType(XML);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}

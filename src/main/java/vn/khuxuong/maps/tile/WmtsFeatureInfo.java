package vn.khuxuong.maps.tile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.gml.GmlVersion;
import vn.khuxuong.maps.wms.PixelInfo;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.Language;

/**
 * GetFeatureInfo of WMTS (OGC 07-057r7, clauses 7.3 and 10.3): what lies under a pixel of a tile,
 * told as WMS tells it.
 */
@Component
class WmtsFeatureInfo {

  /** Endings of addresses by media type, in the order of the capabilities. */
  static final Map<String, String> ENDINGS = endings();

  private final WmtsTiles tiles;
  private final TilePictures pictures;
  private final PixelInfo info;
  private final BaseUrl base;

  WmtsFeatureInfo(WmtsTiles tiles, TilePictures pictures, PixelInfo info, BaseUrl base) {
    this.tiles = tiles;
    this.pictures = pictures;
    this.info = info;
    this.base = base;
  }

  private static Map<String, String> endings() {
    Map<String, String> known =
        Map.of(
            "text/plain",
            "txt",
            "text/html",
            "html",
            "application/json",
            "json",
            "application/geo+json",
            "geojson",
            GmlVersion.V3_2.mediaType(),
            "gml",
            GmlVersion.V2.mediaType(),
            "gml2");
    Map<String, String> endings = new LinkedHashMap<>();
    PixelInfo.FORMATS.forEach(format -> endings.put(format, known.get(format)));
    return endings;
  }

  /** Answers a request with parameters; without FORMAT, which some programs leave out, too. */
  void send(WmtsRequest given, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TileFormat format =
        given.find("FORMAT") == null ? TileFormat.PNG : WmtsTiles.format(given.get("FORMAT"));
    TileRequest tile = tiles.tile(WmtsTiles.Address.of(given, format), given, request);
    // a plus sign in an address is a blank to who reads it
    String wanted = given.get("INFOFORMAT").replace("geo json", "geo+json");
    String type =
        ENDINGS.keySet().stream()
            .filter(known -> known.equalsIgnoreCase(wanted.replace("gml xml", "gml+xml")))
            .findFirst()
            .orElseThrow(() -> WmtsException.invalid("INFOFORMAT"));
    send(tile, given.get("I"), given.get("J"), type, request, response);
  }

  /**
   * Answers for a resource.
   *
   * @param names the variables of its address
   */
  void send(Map<String, String> names, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TileRequest tile =
        tiles.tile(
            WmtsTiles.Address.of(names, TileFormat.PNG, names.getOrDefault("column", "")),
            WmtsRequest.of(request),
            request);
    String file = names.getOrDefault("file", "");
    int dot = file.lastIndexOf('.');
    String ending = file.substring(dot + 1);
    String type =
        ENDINGS.entrySet().stream()
            .filter(known -> dot > 0 && known.getValue().equals(ending))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> WmtsException.invalid("INFOFORMAT"));
    send(tile, file.substring(0, dot), names.getOrDefault("j", ""), type, request, response);
  }

  private void send(
      TileRequest tile,
      String i,
      String j,
      String type,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    int size = TileMatrixSet.TILE_SIZE;
    Language language = Language.of(request);
    byte[] content =
        info.document(
            pictures.layers(tile),
            new MapView(tile.tile().bounds(), size, size),
            pixel(i, "I"),
            pixel(j, "J"),
            type,
            language,
            base.of(request));
    response.setHeader(
        HttpHeaders.CACHE_CONTROL, tile.roles().isEmpty() ? "no-cache" : "private, no-cache");
    response.addHeader(HttpHeaders.VARY, "Accept-Language, Authorization, Cookie");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    MediaType media = MediaType.parseMediaType(type);
    response.setContentType(
        media.getType().equals("text")
            ? new MediaType(media, StandardCharsets.UTF_8).toString()
            : type);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }

  private static int pixel(String text, String name) {
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) >= TileMatrixSet.TILE_SIZE) {
      throw new WmtsException(
          WmtsException.Code.NO_POINT,
          name + " phải là một điểm ảnh của ô, từ 0 đến " + (TileMatrixSet.TILE_SIZE - 1) + ".",
          name + " must be a pixel of the tile, from 0 to " + (TileMatrixSet.TILE_SIZE - 1) + ".",
          name);
    }
    return Integer.parseInt(text);
  }
}

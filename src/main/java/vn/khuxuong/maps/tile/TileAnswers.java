package vn.khuxuong.maps.tile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.maps.draw.MapDrawing;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.layer.Edition;
import vn.khuxuong.maps.layer.Editions;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.mvt.TileGrid;
import vn.khuxuong.maps.style.Styles;

/**
 * Answers requests for tiles. The entity tag tells which data, styles and question a tile is made
 * from, so that a client that has it is told so before anything is read. Vector tiles are kept
 * compressed; the compressed form has a tag of its own, with another ending than those that answers
 * get which are compressed each time.
 */
@Component
class TileAnswers {

  /** Below this, compressing saves no packet. */
  private static final int WORTH_PACKING = 1_000;

  private static final String FOREVER = "max-age=31536000, immutable";

  private final TileStore vectors;
  private final TilePictures pictures;
  private final TileCache cache;
  private final Editions editions;
  private final Styles styles;

  TileAnswers(
      TileStore vectors, TilePictures pictures, TileCache cache, Editions editions, Styles styles) {
    this.vectors = vectors;
    this.pictures = pictures;
    this.cache = cache;
    this.editions = editions;
    this.styles = styles;
  }

  /** Sends the tile as it is now, to be asked after again. */
  void send(TileRequest wanted, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(drawn(wanted), null, request, response);
  }

  /**
   * Sends the tile of a version.
   *
   * @return false, with nothing sent, if the tile has changed since that version
   */
  boolean send(
      TileRequest wanted,
      TileVersion version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    TileRequest drawn = drawn(wanted);
    if (!version.isStill(edition(drawn), version(drawn))) {
      return false;
    }
    answer(drawn, version, request, response);
    return true;
  }

  /**
   * A tile that was sent whole.
   *
   * @param version of the address it was asked for at; null for the tile as it is now
   * @param tag entity tag that it was sent with
   */
  record Sent(TileRequest wanted, @Nullable TileVersion version, TileCache.Key key, String tag) {}

  /** What was sent, if it would be sent again now and is kept; null otherwise. */
  byte @Nullable [] find(Sent sent) {
    Edition now = edition(sent.wanted);
    if (!now.etag(styles(sent.wanted)).equals(sent.key.edition())
        || (sent.version != null && !sent.version.isStill(now, version(sent.wanted)))) {
      return null;
    }
    return cache.find(sent.key);
  }

  /** The version of the tiles of these layers today, wherever they are. */
  TileVersion version(TileRequest wanted) {
    Edition edition =
        wanted.isPresent() ? editions.of(wanted.catalogueLayers()) : editions.current();
    Set<String> all = new TreeSet<>();
    wanted.layers().forEach(each -> all.addAll(styles.ids(each.layer().style())));
    return TileVersion.of(edition, styles.version(all));
  }

  /**
   * The version of the styles a tile depends on: map tiles are drawn in one for each layer, vector
   * tiles carry what any of a layer's styles needs.
   */
  private String styles(TileRequest wanted) {
    Set<String> used = new TreeSet<>();
    for (TileLayer each : wanted.layers()) {
      String style = each.layer().style();
      if (wanted.format().isMap()) {
        used.add(Styles.id(style, each.style()));
      } else {
        used.addAll(styles.ids(style));
      }
    }
    return styles.version(used);
  }

  /**
   * The edition of what is read for a tile: an edit elsewhere does not touch it. What other days
   * show, and what was known at other moments, may change with any edit.
   */
  private Edition edition(TileRequest wanted) {
    if (!wanted.isPresent()) {
      return editions.current();
    }
    BBox tile = wanted.tile().bounds();
    BBox read =
        wanted.format().isMap()
            ? new MapView(tile, TileMatrixSet.TILE_SIZE, TileMatrixSet.TILE_SIZE)
                .grownBy(MapDrawing.REACH_PX)
            : TileGrid.withBuffer(tile);
    return editions.of(wanted.catalogueLayers(), read);
  }

  /** Leaves out the layers that have no tiles at this zoom. */
  private static TileRequest drawn(TileRequest wanted) {
    if (wanted.format().isMap()) {
      return wanted;
    }
    int zoom = wanted.tile().zoom();
    List<TileLayer> drawn =
        wanted.layers().stream()
            .filter(each -> each.layer().zoom().min() <= zoom)
            .filter(each -> zoom <= each.layer().zoom().max())
            .toList();
    if (drawn.isEmpty()
        && wanted.layers().stream().allMatch(each -> zoom > each.layer().zoom().max())) {
      throw MapsProblem.NO_TILE.with(
          "Mức phóng lớn hơn maxzoom của lớp: hãy phóng to ô ở maxzoom.",
          "The zoom is above the layer's maxzoom: enlarge the tile of maxzoom.");
    }
    return wanted.with(drawn);
  }

  private void answer(
      TileRequest wanted,
      @Nullable TileVersion version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    boolean packed = !wanted.format().isMap() && accepts(request, "gzip");
    String edition = edition(wanted).etag(styles(wanted));
    String what = wanted.canonical();
    String tag = "\"" + TileRequest.digest(edition + "|" + what) + (packed ? "-gz\"" : "\"");
    boolean open = wanted.roles().isEmpty();
    String keeping = version == null ? "no-cache" : FOREVER;
    response.setHeader(
        HttpHeaders.CACHE_CONTROL,
        (open ? version != null ? "public, " : "" : "private, ") + keeping);
    String vary = wanted.format().isMap() ? "" : "Accept-Encoding, ";
    response.addHeader(HttpHeaders.VARY, vary + "Authorization, Cookie");
    if (new ServletWebRequest(request, response).checkNotModified(tag)) {
      return;
    }
    TileCache.Key key = new TileCache.Key(what, edition, packed);
    byte[] content = content(wanted, key);
    if (content.length == 0) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return;
    }
    if (packed && isGzip(content)) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.setContentType(wanted.format().mediaType());
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
    if (open && wanted.isPresent()) {
      KeptTiles.sent(request, new Sent(wanted, version, key, tag));
    }
  }

  private byte[] content(TileRequest wanted, TileCache.Key key) {
    if (wanted.layers().isEmpty()) {
      return new byte[0];
    }
    return cache.get(
        key,
        () -> {
          if (wanted.format().isMap()) {
            return pictures.tile(wanted);
          }
          byte[] tile = vectors.tile(wanted);
          return key.packed() && tile.length >= WORTH_PACKING ? packed(tile) : tile;
        });
  }

  /** A vector tile begins with a field of its own, never with the two bytes of gzip. */
  private static boolean isGzip(byte[] content) {
    return (content[0] & 0xff) == 0x1f && (content[1] & 0xff) == 0x8b;
  }

  private static byte[] packed(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2);
    try (GZIPOutputStream zip = new FastGzip(out)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A tenth more bytes than usual for half the time. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream out) throws IOException {
      super(out, 8192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Whether a content coding may be used: it is named and its weight is not 0. */
  static boolean accepts(HttpServletRequest request, String coding) {
    String header = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    if (header == null) {
      return false;
    }
    for (String each : header.split(",")) {
      String[] parts = each.strip().split(";");
      if (parts[0].strip().equalsIgnoreCase(coding)) {
        return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
      }
    }
    return false;
  }
}

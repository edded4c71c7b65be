package vn.khuxuong.maps.wms;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.maps.draw.MessagePicture;
import vn.khuxuong.maps.layer.Edition;
import vn.khuxuong.maps.layer.Editions;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.maps.wms.WmsException.Code;
import vn.khuxuong.platform.web.Language;

/** Puts answers and refusals into HTTP. */
@Component
class WmsAnswers {
  /** Pixels a refusal may have as a picture; a larger one is told as a document. */
  private static final int MOST_MESSAGE_PIXELS = 4_000_000;

  private final Editions editions;
  private final Styles styles;

  WmsAnswers(Editions editions, Styles styles) {
    this.editions = editions;
    this.styles = styles;
  }

  /**
   * A request with what can be told of it at once.
   *
   * @param readable whether its parameters could be read
   */
  record Asking(
      HttpServletRequest request,
      Parameters parameters,
      boolean readable,
      WmsVersion version,
      Set<String> roles,
      Language language) {}

  /**
   * What an answer depends on beside the request.
   *
   * @param layers whose features are in it; none for one made from styles alone
   * @param box from which they are read; null for everywhere
   * @param worded whether it has words in the language of the request
   */
  record Content(List<RequestedLayer> layers, @Nullable BBox box, boolean worded) {
    /** Something about layers, without their features. */
    static final Content STYLES = new Content(List.of(), null, true);

    Content {
      layers = List.copyOf(layers);
    }
  }

  /**
   * An answer with an entity tag, or 304 without any work if the client has it already. Proxies
   * must ask again each time, and may keep only what everybody sees.
   */
  ResponseEntity<byte[]> unlessKnown(
      Asking asking, Content content, String type, Supplier<byte[]> body) {
    String variant = styles.version();
    if (content.worded()) {
      variant += "-" + asking.language().tag();
    }
    Set<String> roles = asking.roles();
    if (!roles.isEmpty()) {
      variant += "-" + String.join("-", new TreeSet<>(roles));
    }
    // GML says when it was made
    String tag = (type.contains("gml") ? "W/" : "") + edition(content).etag(variant);
    CacheControl cache =
        roles.isEmpty()
            ? CacheControl.noCache().cachePublic()
            : CacheControl.noCache().cachePrivate();
    String[] vary =
        content.worded()
            ? new String[] {"Accept-Language", "Authorization", "Cookie"}
            : new String[] {"Authorization", "Cookie"};
    if (new ServletWebRequest(asking.request()).checkNotModified(tag)) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
          .eTag(tag)
          .cacheControl(cache)
          .varyBy(vary)
          .build();
    }
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(cache)
        .varyBy(vary)
        .contentType(mediaType(type))
        .body(body.get());
  }

  /** Other days and other knowledge change with any change, also with one elsewhere in time. */
  private Edition edition(Content content) {
    boolean present =
        content.layers().stream()
            .allMatch(layer -> layer.selection().day() == null && layer.selection().asOf() == null);
    List<Layer> layers = content.layers().stream().map(RequestedLayer::layer).toList();
    return present && !layers.isEmpty() ? editions.of(layers, content.box()) : editions.current();
  }

  static ResponseEntity<byte[]> ok(String type, byte[] body) {
    return ResponseEntity.ok().contentType(mediaType(type)).body(body);
  }

  private static MediaType mediaType(String type) {
    MediaType media = MediaType.parseMediaType(type);
    return media.getType().equals("text") ? new MediaType(media, StandardCharsets.UTF_8) : media;
  }

  /** A refusal as the request wants it: as a document, as a picture with words, or as a blank. */
  static ResponseEntity<byte[]> refusal(WmsException e, Asking asking) {
    Optional<byte[]> picture = picture(e, asking.parameters(), asking.language());
    if (picture.isPresent()) {
      return ok(WmsFormats.PNG, picture.get());
    }
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(e.code().status())
            .contentType(mediaType(asking.version().exceptionType()));
    if (e.code() == Code.BUSY) {
      answer.header("Retry-After", "2");
    }
    return answer.body(ExceptionReport.xml(e, asking.version(), asking.language()));
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
      if (width * height > MOST_MESSAGE_PIXELS) {
        return Optional.empty();
      }
      String words = blank.get() ? "" : e.words(language);
      return Optional.of(
          MessagePicture.draw(width, height, words, RequestReader.ground(parameters)).png());
    } catch (WmsException impossible) {
      return Optional.empty();
    }
  }
}

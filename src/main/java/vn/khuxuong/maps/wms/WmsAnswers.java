package vn.khuxuong.maps.wms;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
import vn.khuxuong.platform.web.EntityTag;
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
   * @param layers whose features are in it
   * @param box from which they are read; null for everywhere
   * @param worded whether it has words in the language of the request
   */
  record Content(List<RequestedLayer> layers, @Nullable BBox box, boolean worded) {
    Content {
      layers = List.copyOf(layers);
    }
  }

  /**
   * An answer with an entity tag, or 304 without any work if the client has it already. Proxies
   * must ask again each time, and may keep only what everybody sees.
   *
   * @param body makes the answer, told when its data came to be what they are
   */
  ResponseEntity<byte[]> unlessKnown(
      Asking asking, Content content, String type, Function<Instant, byte[]> body) {
    Edition edition = edition(asking, content);
    String variant =
        styles.version(
            content.layers().stream()
                .map(layer -> Styles.id(layer.layer().style(), layer.styleName()))
                .toList());
    if (content.worded()) {
      variant += "-" + asking.language().tag();
    }
    Set<String> roles = asking.roles();
    if (!roles.isEmpty()) {
      variant += "-" + String.join("-", new TreeSet<>(roles));
    }
    String tag = edition.etag(variant);
    return isKnown(asking, tag)
        ? head(HttpStatus.NOT_MODIFIED, asking, tag, content.worded()).build()
        : head(HttpStatus.OK, asking, tag, content.worded())
            .contentType(mediaType(type))
            .body(body.apply(edition.changedAt()));
  }

  /** A document in the language of the request, known by its content. */
  static ResponseEntity<byte[]> document(Asking asking, String type, byte[] body) {
    String tag = EntityTag.of(body);
    return isKnown(asking, tag)
        ? head(HttpStatus.NOT_MODIFIED, asking, tag, true).build()
        : head(HttpStatus.OK, asking, tag, true).contentType(mediaType(type)).body(body);
  }

  private static boolean isKnown(Asking asking, String tag) {
    return isRead(asking.request())
        && new ServletWebRequest(asking.request()).checkNotModified(tag);
  }

  /** Answers to forms are not at the address that they were sent to, so they have no tag. */
  private static boolean isRead(HttpServletRequest request) {
    return !request.getMethod().equals("POST");
  }

  private static ResponseEntity.BodyBuilder head(
      HttpStatus status, Asking asking, String tag, boolean worded) {
    CacheControl cache =
        asking.roles().isEmpty()
            ? CacheControl.noCache().cachePublic()
            : CacheControl.noCache().cachePrivate();
    ResponseEntity.BodyBuilder head =
        ResponseEntity.status(status)
            .cacheControl(cache)
            .varyBy(
                worded
                    ? new String[] {"Accept-Language", "Authorization", "Cookie"}
                    : new String[] {"Authorization", "Cookie"});
    return isRead(asking.request()) ? head.eTag(tag) : head;
  }

  /**
   * Other days and other knowledge change with any change, also with one elsewhere in time; and
   * what TIME says may mean something else on another day.
   */
  private Edition edition(Asking asking, Content content) {
    boolean present =
        asking.parameters().find("TIME").isEmpty()
            && content.layers().stream()
                .allMatch(
                    layer -> layer.selection().day() == null && layer.selection().asOf() == null);
    List<Layer> layers = content.layers().stream().map(RequestedLayer::layer).toList();
    return present ? editions.of(layers, content.box()) : editions.current();
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
        ResponseEntity.status(e.status()).contentType(mediaType(asking.version().exceptionType()));
    if (e.isBusy()) {
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

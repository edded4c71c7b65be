package vn.khuxuong.maps.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Sends a tile that is kept ready before anything else looks at the request: finding its method,
 * reading its address and writing the same headers again took ten times as long as sending it.
 *
 * <p>Only for who asks for an address that answered before, without query, body, credentials or
 * condition other than {@code If-None-Match}; the answer has the very headers it had then. Whether
 * the tile is still the same is asked each time, as for all others.
 */
@Component
final class KeptTiles implements Filter, Ordered {
  private static final int MOST = 20_000;

  /**
   * Characters of an address and of the types a client takes; longer ones would fill the memory.
   */
  private static final int LONGEST = 512;

  private static final List<String> DOORS = List.of("/tiles/", "/ogc/", "/wmts/");
  private static final String SENT = KeptTiles.class.getName();

  /** With any of these a request is not plain. */
  private static final Set<String> SPECIAL =
      Set.of(
          "authorization",
          "cookie",
          "transfer-encoding",
          "if-match",
          "if-modified-since",
          "if-unmodified-since",
          "range");

  /** Belong to one answer or are written by the server itself. */
  private static final Set<String> OWN =
      Set.of("date", "content-type", "content-length", "connection", "keep-alive");

  private final ObjectProvider<TileAnswers> tiles;
  private final Counter sooner;
  private final Cache<Address, Answer> answers = Caffeine.newBuilder().maximumSize(MOST).build();

  /**
   * A filter.
   *
   * @param tiles asked for with the first answer: filters are made before the database is ready
   */
  KeptTiles(ObjectProvider<TileAnswers> tiles, MeterRegistry registry) {
    this.tiles = tiles;
    this.sooner =
        Counter.builder("khu.tiles.kept")
            .description("Tiles that were sent before anything else looked at the request")
            .register(registry);
  }

  /** Tiles sent sooner since the start. */
  long count() {
    return (long) sooner.count();
  }

  /** Behind what counts the requests, before everything else. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 2;
  }

  /**
   * What tells answers apart.
   *
   * @param uri as it was sent
   * @param accept the types the client takes, as it says it; null if it does not
   * @param packed whether the client takes gzip
   * @param elsewhere whether a page of another origin may be asking
   */
  private record Address(String uri, @Nullable String accept, boolean packed, boolean elsewhere) {}

  private record Header(String name, String value) {}

  private record Answer(TileAnswers.Sent sent, String type, List<Header> headers) {}

  /** Tells that a tile was sent in answer to a request, so that it can be sent sooner next time. */
  static void sent(HttpServletRequest request, TileAnswers.Sent tile) {
    request.setAttribute(SENT, tile);
  }

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    HttpServletResponse response = (HttpServletResponse) answered;
    Address address = plain(request);
    if (address == null) {
      chain.doFilter(request, response);
      return;
    }
    Answer kept = answers.getIfPresent(address);
    if (kept != null && send(kept, request, response)) {
      return;
    }
    chain.doFilter(request, response);
    if (request.getAttribute(SENT) instanceof TileAnswers.Sent tile
        && response.getStatus() == HttpServletResponse.SC_OK
        && response.getContentType() != null
        && (!address.elsewhere
            || response.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN) != null)) {
      answers.put(address, new Answer(tile, response.getContentType(), headers(response)));
    }
  }

  private static @Nullable Address plain(HttpServletRequest request) {
    String uri = request.getRequestURI();
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (!request.getMethod().equals("GET")
        || request.getQueryString() != null
        || request.getContentLengthLong() > 0
        || uri.length() > LONGEST
        || (accept != null && accept.length() > LONGEST)
        || DOORS.stream().noneMatch(uri::startsWith)) {
      return null;
    }
    boolean elsewhere = false;
    for (var names = request.getHeaderNames(); names.hasMoreElements(); ) {
      String name = names.nextElement().toLowerCase(Locale.ROOT);
      if (SPECIAL.contains(name)) {
        return null;
      }
      elsewhere |= name.equals("origin");
    }
    return new Address(uri, accept, TileAnswers.accepts(request, "gzip"), elsewhere);
  }

  private static List<Header> headers(HttpServletResponse response) {
    List<Header> headers = new ArrayList<>();
    for (String name : Set.copyOf(response.getHeaderNames())) {
      if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
        Collection<String> values = response.getHeaders(name);
        values.forEach(value -> headers.add(new Header(name, value)));
      }
    }
    return List.copyOf(headers);
  }

  /**
   * Sends it.
   *
   * @return false, with nothing sent, if the tile is not kept any more or has changed
   */
  private boolean send(Answer kept, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    boolean same = kept.sent.tag().equals(known);
    if (known != null && !same) {
      return false;
    }
    byte[] content = tiles.getObject().find(kept.sent);
    if (content == null) {
      return false;
    }
    sooner.increment();
    for (Header header : kept.headers) {
      response.addHeader(header.name, header.value);
    }
    if (same) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      response.setHeader(HttpHeaders.CONTENT_ENCODING, null);
      return true;
    }
    response.setContentType(kept.type);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
    return true;
  }
}

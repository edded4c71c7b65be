package vn.khuxuong.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Packs text and data of the maps and of the search that carry a strong entity tag. The server
 * packs others by itself but must not touch these: packed bytes are other bytes, so they need
 * another tag. Here the tag gets the ending {@code -gzip}, which is taken off again when a client
 * sends it back.
 */
@Component
class GzipFilter extends OncePerRequestFilter {
  private static final String ENDING = "-gzip\"";
  private static final Set<String> CONDITIONS = Set.of("if-none-match", "if-match", "if-range");
  private static final List<String> DOORS =
      List.of(
          "/ogc",
          "/wms",
          "/wfs",
          "/wmts",
          "/tiles",
          "/styles",
          "/map",
          "/api/v1/supply",
          "/api/v1/vacancies",
          "/api/v1/buildings",
          "/api/v1/search");

  private final Set<String> types;

  GzipFilter(@Value("${server.compression.mime-types}") Set<String> types) {
    this.types = types.stream().map(GzipFilter::bare).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return DOORS.stream().noneMatch(door -> path.equals(door) || path.startsWith(door + "/"));
  }

  /** An answer written by another thread ends with a dispatch of its own. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    GzipResponse outer = WebUtils.getNativeResponse(response, GzipResponse.class);
    if (outer != null) {
      chain.doFilter(request, response);
      finish(request, outer);
      return;
    }
    Conditions asked = new Conditions(request);
    GzipResponse packed = new GzipResponse(response, types, accepts(request), asked.knowsPacked());
    chain.doFilter(asked, packed);
    finish(asked, packed);
  }

  private static void finish(HttpServletRequest request, GzipResponse packed) throws IOException {
    if (!request.isAsyncStarted() && !BrokenAnswers.isBroken(request)) {
      packed.finish();
    }
  }

  /** Whether gzip is named without being forbidden by q=0. */
  private static boolean accepts(HttpServletRequest request) {
    String header = request.getHeader("Accept-Encoding");
    if (header == null) {
      return false;
    }
    for (String coding : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = coding.strip().split(";", -1);
      if (parts[0].strip().equals("gzip")) {
        return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
      }
    }
    return false;
  }

  /** A media type without its parameters. */
  static String bare(String type) {
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** The tag of the packed form of an answer. */
  static String packedTag(String tag) {
    return tag.substring(0, tag.length() - 1) + ENDING;
  }

  /** A request whose conditions speak of the tags that the controllers know. */
  private static final class Conditions extends HttpServletRequestWrapper {
    private final Set<String> packed = new HashSet<>();

    Conditions(HttpServletRequest request) {
      super(request);
      for (String name : CONDITIONS) {
        String value = request.getHeader(name);
        if (value != null && value.contains(ENDING)) {
          packed.add(name);
        }
      }
    }

    boolean knowsPacked() {
      return packed.contains("if-none-match");
    }

    @Override
    public @Nullable String getHeader(String name) {
      String value = super.getHeader(name);
      return value == null || !packed.contains(name.toLowerCase(Locale.ROOT))
          ? value
          : value.replace(ENDING, "\"");
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      Enumeration<String> values = super.getHeaders(name);
      return packed.contains(name.toLowerCase(Locale.ROOT))
          ? Collections.enumeration(
              Collections.list(values).stream().map(v -> v.replace(ENDING, "\"")).toList())
          : values;
    }
  }
}

package vn.khuxuong.maps.feature;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.Language;

/**
 * One request to a resource below {@code /ogc}: who asks, for what encoding and language, with
 * which parameters.
 *
 * @param root address of the landing page, without a trailing slash
 * @param path the resource's path below it, empty for the landing page itself
 * @param roles the asker's roles
 */
public record Visit(
    String root,
    String path,
    Parameters parameters,
    Format format,
    Language language,
    Set<String> roles) {

  /**
   * @param path path below the landing page, percent-encoded
   * @param known parameters that mean something there
   * @throws vn.khuxuong.platform.problem.ProblemException when the request cannot be understood
   */
  public static Visit of(
      HttpServletRequest request, BaseUrl base, String path, Collection<String> known) {
    return of(request, base, path, known, Format.EVERYWHERE);
  }

  /** As above for a resource that comes in other encodings as well. */
  static Visit of(
      HttpServletRequest request,
      BaseUrl base,
      String path,
      Collection<String> known,
      Set<Format> offered) {
    Parameters parameters = Parameters.read(request.getParameterMap(), known);
    return new Visit(
        base.of(request) + "/ogc",
        path,
        parameters,
        Format.of(parameters.find("f"), request.getHeader(HttpHeaders.ACCEPT), offered),
        Language.of(request),
        Viewer.roles(request));
  }

  /** A segment of a path, percent-encoded. */
  public static String segment(String text) {
    return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
  }

  /** The layer as the visitor may see it. */
  public Layer visible(Layer layer) {
    return layer.visibleTo(roles);
  }

  /** The text in the visitor's language. */
  public String say(String vi, String en) {
    return language.choose(vi, en);
  }

  /** The text in the visitor's language. */
  public String say(Text text) {
    return language.choose(text.vi(), text.en());
  }

  /** Tells apart what may differ between answers at one address. */
  String variant() {
    return format.word()
        + "-"
        + language.tag()
        + "-"
        + String.join("+", roles.stream().sorted().toList());
  }

  /** The address of this resource with its parameters, one of them changed or added. */
  String with(String name, String value) {
    Map<String, String> all = parameters.all();
    all.put(name, value);
    return address(all);
  }

  /** The address of the page that begins at a cursor; it takes the place of an offset. */
  String at(String cursor) {
    Map<String, String> all = parameters.all();
    all.remove("offset");
    all.put("cursor", cursor);
    return address(all);
  }

  /** The address of this resource without some of its parameters. */
  String without(Set<String> names) {
    Map<String, String> all = parameters.all();
    all.keySet().removeAll(names);
    return address(all);
  }

  /** The address of all features asked for, not only of this page, as a file. */
  String file(Format wanted) {
    Map<String, String> all = parameters.all();
    all.keySet().removeAll(Set.of("cursor", "offset", "limit"));
    all.put("f", wanted.word());
    return address(all);
  }

  /** The address of this resource in an encoding. */
  public String in(Format wanted) {
    return with("f", wanted.word());
  }

  /** The address of this resource as a page in a language. */
  String inLanguage(Language wanted) {
    Map<String, String> all = parameters.all();
    all.put("f", Format.HTML.word());
    all.put("lang", wanted.tag());
    return address(all);
  }

  private String address(Map<String, String> all) {
    List<String> pairs = new ArrayList<>();
    all.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
    return root + path + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * The links every resource has: itself, and itself in the other encoding.
   *
   * @param jsonType media type of its JSON
   */
  public List<Link> selfLinks(String jsonType) {
    return selfLinks(jsonType, Format.EVERYWHERE);
  }

  /** As above for a resource that comes in other encodings as well. */
  List<Link> selfLinks(String jsonType, Set<Format> offered) {
    List<Link> links = new ArrayList<>();
    links.add(
        Link.of(in(format), "self", type(format, jsonType), say("Tài liệu này", "This document")));
    for (Format other : offered) {
      if (other != format) {
        String title =
            other == Format.HTML
                ? say("Tài liệu này ở dạng trang web", "This document as a web page")
                : say("Tài liệu này ở dạng ", "This document as ") + other.title();
        links.add(Link.of(in(other), "alternate", type(other, jsonType), title));
      }
    }
    return links;
  }

  private static String type(Format format, String jsonType) {
    return format == Format.JSON ? jsonType : format.mediaType();
  }
}

package vn.khuxuong.maps.feature;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.Language;

/**
 * Problem documents of the doors below {@code /ogc} as pages, for people who follow a link that
 * leads nowhere. Whatever refuses, a browser is told in words; everybody else gets the document
 * itself.
 */
@ControllerAdvice
class ProblemPages implements ResponseBodyAdvice<ProblemDetail> {
  private static final String DOOR = "/ogc";
  private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final Pages pages;
  private final BaseUrl base;

  ProblemPages(Pages pages, BaseUrl base) {
    this.pages = pages;
    this.base = base;
  }

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return ResolvableType.forMethodParameter(returned).getGeneric(0).resolve()
        == ProblemDetail.class;
  }

  /** Writes the page itself and leaves nothing to the converter, which knows JSON only. */
  @Override
  public @Nullable ProblemDetail beforeBodyWrite(
      @Nullable ProblemDetail problem,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest asked,
      ServerHttpResponse response) {
    if (problem == null || !(asked instanceof ServletServerHttpRequest servlet)) {
      return problem;
    }
    HttpServletRequest request = servlet.getServletRequest();
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (!path.equals(DOOR) && !path.startsWith(DOOR + "/")) {
      return problem;
    }
    HttpHeaders headers = response.getHeaders();
    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (!isForPeople(request)) {
      return problem;
    }
    Visit visit =
        new Visit(
            base.of(request) + DOOR,
            path.substring(DOOR.length()),
            parameters(request),
            Format.HTML,
            Language.of(request),
            Viewer.roles(request));
    byte[] page = page(visit, problem);
    headers.setContentType(PAGE);
    headers.setContentLength(page.length);
    headers.setCacheControl("no-store");
    headers.set(HttpHeaders.CONTENT_LANGUAGE, visit.language().tag());
    try {
      response.getBody().write(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return null;
  }

  private static boolean isForPeople(HttpServletRequest request) {
    boolean read =
        HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    return read
        && Format.isPage(parameters(request).find("f"), request.getHeader(HttpHeaders.ACCEPT));
  }

  /** All that the request has, so that the page in the other language says the same; else none. */
  private static Parameters parameters(HttpServletRequest request) {
    try {
      Map<String, String[]> given = request.getParameterMap();
      return Parameters.read(given, given.keySet());
    } catch (ProblemException | IllegalStateException | RequestRejectedException unreadable) {
      return Parameters.read(Map.of(), Set.of());
    }
  }

  private byte[] page(Visit visit, ProblemDetail problem) {
    Map<String, Object> own = new HashMap<>();
    own.put("status", problem.getStatus());
    own.put("detail", String.valueOf(problem.getDetail()));
    Map<String, Object> members = problem.getProperties();
    own.put("remedy", shown(members, "remedy"));
    own.put("field", shown(members, "field"));
    own.put("layersHref", Pages.toLayers(visit).href());
    return pages.page(
        visit, "ogc/problem", title(visit, problem), List.of(Pages.toLayers(visit)), own);
  }

  private static Object shown(@Nullable Map<String, Object> members, String name) {
    return members == null ? false : members.getOrDefault(name, false);
  }

  /** Problems of a kind of ours are named in the language asked for, others in English only. */
  private static String title(Visit visit, ProblemDetail problem) {
    String title = problem.getTitle();
    if (title != null && String.valueOf(problem.getType()).startsWith("/problems/")) {
      return title;
    }
    return problem.getStatus() == HttpStatus.NOT_FOUND.value()
        ? visit.say("Không có trang này", "No such page")
        : visit.say("Yêu cầu không được đáp ứng", "The request was refused");
  }
}

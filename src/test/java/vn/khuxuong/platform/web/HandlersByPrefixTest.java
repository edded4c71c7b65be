package vn.khuxuong.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

class HandlersByPrefixTest {

  @Controller
  static class Doors {
    @GetMapping("/tiles/{layer}/{z}")
    void tile() {}

    @GetMapping({"/tiles/{layer}", "/tilesets/{layer}"})
    void either() {}

    @GetMapping("/{any}/about")
    void about() {}

    @GetMapping("/plain")
    void plain() {}
  }

  @ParameterizedTest
  @CsvSource({
    "/tiles/zones/7, tile",
    "/tiles/zones, either",
    "/tilesets/zones, either",
    "/elsewhere/about, about",
    "/plain, plain",
    "/%74iles/zones/7, tile",
    "/tiles;v=1/zones/7, tile",
    "/nowhere/zones/7, ",
    "/tile, ",
  })
  void findsTheMethodThatSpringFinds(String path, String method) throws Exception {
    assertThat(found(new HandlersByPrefix().getRequestMappingHandlerMapping(), path))
        .isEqualTo(method)
        .isEqualTo(found(new RequestMappingHandlerMapping(), path));
  }

  private static @Nullable String found(RequestMappingHandlerMapping mapping, String path)
      throws Exception {
    StaticWebApplicationContext context = new StaticWebApplicationContext();
    context.registerSingleton("doors", Doors.class);
    mapping.setApplicationContext(context);
    mapping.afterPropertiesSet();
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    ServletRequestPathUtils.parseAndCache(request);
    HandlerExecutionChain chain = mapping.getHandler(request);
    return chain == null ? null : ((HandlerMethod) chain.getHandler()).getMethod().getName();
  }
}

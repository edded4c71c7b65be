package vn.khuxuong.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The application's own API describes itself at {@code /api}. */
@Configuration
class ApiDocumentation implements WebMvcConfigurer {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Khuxuong API")
                .version("v1")
                .description(
                    "Floor space, buildings and allocation rounds as JSON. Refusals are problem"
                        + " documents (RFC 9457). Maps and features have their own doors: /ogc,"
                        + " /wms, /tiles.")
                .license(new License().name("Apache-2.0")))
        .servers(List.of(new Server().url("/")));
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/api", "/api/openapi");
  }
}

package vn.khuxuong.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Style sheets and modules under an address that names their content, so that a browser keeps them
 * for good and never mixes two versions: modules import each other by relative paths and so stay
 * under the same address.
 */
@Configuration
class Assets implements WebMvcConfigurer {
  /** For addresses that name their content by hash or version. */
  static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private static final String ROOT = "/static/";

  private final String path;
  private final List<String> modules;

  Assets() throws IOException {
    PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    List<Resource> all =
        Stream.of("css", "js", "icons", "vendor")
            .flatMap(folder -> list(files, "classpath*:" + ROOT + folder + "/**/*.*"))
            .sorted(Comparator.comparing(Assets::name))
            .toList();
    path = "/assets/" + digest(all);
    modules = all.stream().map(Assets::name).filter(name -> name.endsWith(".js")).toList();
  }

  /** Where the files are: {@code /assets/} and a hash of them all, no trailing slash. */
  String path() {
    return path;
  }

  /**
   * The addresses of the modules the public page starts with, for the browser to fetch at once
   * instead of one after another. The map's come after the list, those in {@code js/late} when they
   * are first needed.
   *
   * @param building with those of the building screen, which the list does without
   */
  List<String> publicModules(boolean building) {
    return addresses(
        name ->
            (name.matches("js/(main|glyph)\\.js|js/(search|screens)/[a-z]+\\.js")
                    && !name.matches("js/screens/(building|map|pills|round)\\.js"))
                || name.matches(
                    "js/lib/(come|dom|favourites|machine|numbers|problem|say|star|state|words)\\.js")
                || name.matches("js/api/(http|maps|space)\\.js")
                || (building
                    && name.matches(
                        "js/building/[a-z]+\\.js|js/screens/(building|round)\\.js|js/api/(rounds|tenants)\\.js")));
  }

  /** The modules of the public page's map. */
  List<String> mapModules() {
    return addresses(name -> name.matches("js/map/[a-z0-9]+\\.js|js/screens/(map|pills)\\.js"));
  }

  /** The same for the planner's editor. */
  List<String> planModules() {
    return addresses(
        name -> name.startsWith("js/plan") || name.matches("js/(api|lib|map)/[a-z0-9]+\\.js"));
  }

  /** The same for a firm's pages. */
  List<String> firmModules() {
    return addresses(
        name ->
            name.startsWith("js/firm")
                || name.matches("js/lib/(dom|keep|machine|numbers|problem|say|words|taxcode)\\.js")
                || name.matches("js/api/(http|space|firms)\\.js")
                || name.equals("js/building/section.js")
                || name.equals("js/lib/dialog.js"));
  }

  /** The same for the officer's console of rounds; what draws on its map comes with the map. */
  List<String> allocateModules() {
    return addresses(
        name ->
            name.startsWith("js/allocate")
                || name.matches("js/lib/(chart|dialog|dom|numbers|problem|say|words)\\.js")
                || name.matches("js/api/(http|rounds)\\.js"));
  }

  /** The same for the page of zones in conversion. */
  List<String> conversionModules() {
    return addresses(
        name ->
            (name.startsWith("js/conversion") && !name.startsWith("js/conversion/edit"))
                || name.matches("js/lib/(chart|dialog|dom|numbers|problem|say|words)\\.js")
                || name.matches("js/api/(http|conversions)\\.js"));
  }

  private List<String> addresses(Predicate<String> wanted) {
    return modules.stream().filter(wanted).map(name -> path + "/" + name).toList();
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(path + "/**")
        .addResourceLocations("classpath:" + ROOT)
        .setCacheControl(FOR_GOOD)
        .resourceChain(true)
        .addTransformer(new WithoutComments());
    registry
        .addResourceHandler("/webjars/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/")
        .setCacheControl(FOR_GOOD);
  }

  private static Stream<Resource> list(PathMatchingResourcePatternResolver files, String pattern) {
    try {
      return Arrays.stream(files.getResources(pattern)).filter(Resource::isReadable);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Path below {@code static}, such as {@code js/map/sheet.js}. */
  private static String name(Resource file) {
    try {
      String url = file.getURL().toString();
      return url.substring(url.lastIndexOf(ROOT) + ROOT.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(List<Resource> files) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Resource file : files) {
        try (InputStream content = file.getInputStream()) {
          digest.update(content.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package vn.khuxuong.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.portal.PublishedSpace.Building;
import vn.khuxuong.portal.PublishedSpace.Zone;

/**
 * Serves the public page with its first list already in it. Vietnamese unless the visitor chose
 * English by {@code ?lang=en}, which a cookie keeps.
 */
@Controller
class HomeController {
  private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
  private static final List<String> NEEDS = List.of("area", "load", "power", "hazard");

  private final PublishedSpace space;
  private final Assets assets;
  private final Clock clock;
  private final JsonMapper json;
  private final Path context;
  private final Map<String, String> settings;
  private final Map<Language, Words> words = new EnumMap<>(Language.class);
  private final String leafletVersion;

  HomeController(
      PublishedSpace space,
      Assets assets,
      Clock clock,
      JsonMapper json,
      @Value("${khu.maps:maps}") Path maps,
      @Value("${khu.basemap-url:}") String basemapUrl,
      @Value("${khu.basemap-attribution:}") String basemapAttribution)
      throws IOException {
    this.space = space;
    this.assets = assets;
    this.clock = clock;
    this.json = json;
    this.context = maps.resolve("boundaries").resolve("context.geojson");
    this.settings = Map.of("basemapUrl", basemapUrl, "basemapAttribution", basemapAttribution);
    this.leafletVersion = Webjar.version("leaflet");
    for (Language language : Language.values()) {
      words.put(language, Words.of(language, json));
    }
  }

  @GetMapping("/")
  ModelAndView home(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String b,
      HttpServletRequest request,
      HttpServletResponse response) {
    Language language = chosen(request);
    if (request.getParameter("lang") != null) {
      remember(language, response);
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    Words texts = words.get(language);
    HomePage page = new HomePage(texts, space);
    List<Zone> zones = space.zones();
    Building building = b == null ? null : space.building(b);
    String code = building != null ? building.zoneCode() : zone;
    Zone open = zones.stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
    if ((b != null && building == null) || (zone != null && open == null)) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
    }

    Map<String, Object> model = new HashMap<>();
    model.put("lang", language.tag());
    model.put("vi", language == Language.VI);
    model.put("w", texts.texts());
    model.put("title", title(texts, building, open));
    model.put("assets", assets.path());
    model.put("modules", assets.modules(b != null));
    model.put("leafletVersion", leafletVersion);
    model.put("view", b == null ? "map" : "building");
    model.put("pageData", pageData(texts));
    model.put(
        "needs",
        NEEDS.stream()
            .map(need -> Map.of("key", need, "label", texts.text("need_" + need)))
            .toList());
    model.put("resultsTitle", open == null ? page.title(zones) : open.shortName());
    model.put("age", texts.text("data_age", "moment", moment(page)));
    model.put("zones", page.zones(zones));
    model.put("zonePage", open == null ? false : page.zone(open));
    model.put("building", building == null ? false : page.building(building));
    return new ModelAndView("page/home", model);
  }

  /** The reference names and rivers of the map, schematic. */
  @GetMapping("/map/context.json")
  ResponseEntity<byte[]> context() throws IOException {
    byte[] content = Files.readAllBytes(context);
    return ResponseEntity.ok()
        .contentType(GEO_JSON)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .eTag(DigestUtils.md5DigestAsHex(content))
        .body(content);
  }

  /** The visitor's own choice; a browser's language is none, the page is Vietnamese first. */
  private static Language chosen(HttpServletRequest request) {
    boolean cookie =
        request.getCookies() != null
            && Arrays.stream(request.getCookies()).anyMatch(one -> one.getName().equals("lang"));
    boolean chosen = request.getParameter("lang") != null || cookie;
    return chosen ? Language.of(request) : Language.VI;
  }

  private static void remember(Language language, HttpServletResponse response) {
    ResponseCookie cookie =
        ResponseCookie.from("lang", language.tag())
            .path("/")
            .maxAge(Duration.ofDays(365))
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static String title(Words texts, @Nullable Building building, @Nullable Zone zone) {
    if (building != null) {
      String name = texts.language().choose(building.nameVi(), building.nameEn());
      return name + ", " + building.zoneName() + " · Khu Xưởng";
    }
    return zone == null ? texts.text("title") : zone.shortName() + " · Khu Xưởng";
  }

  /** What the scripts need to start, as JSON that cannot end the element it stands in. */
  private String pageData(Words texts) {
    Map<String, Object> data =
        Map.of("lang", texts.language().tag(), "words", texts.texts(), "settings", settings);
    return json.writeValueAsString(data).replace("<", "\\u003c");
  }

  private String moment(HomePage page) {
    LocalDateTime now = LocalDateTime.now(clock);
    return now.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT))
        + ", "
        + page.date(now.toLocalDate());
  }
}

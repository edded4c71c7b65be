package vn.khuxuong.portal;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
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
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final List<String> NEEDS = List.of("area", "load", "power", "hazard");

  private final PublishedSpace space;
  private final Assets assets;
  private final Clock clock;
  private final JsonMapper json;
  private final Path context;
  private final Map<String, String> settings;
  private final Map<Language, Words> words = new EnumMap<>(Language.class);
  private final String leafletVersion;
  private final Template template;

  HomeController(
      PublishedSpace space,
      Assets assets,
      Clock clock,
      JsonMapper json,
      Mustache.Compiler mustache,
      Mustache.TemplateLoader templates,
      @Value("${khu.maps:maps}") Path maps,
      @Value("${khu.basemap-url:}") String basemapUrl,
      @Value("${khu.basemap-attribution:}") String basemapAttribution)
      throws Exception {
    this.space = space;
    this.assets = assets;
    this.clock = clock;
    this.json = json;
    this.context = maps.resolve("boundaries").resolve("context.geojson");
    this.settings = Map.of("basemapUrl", basemapUrl, "basemapAttribution", basemapAttribution);
    try (Reader page = templates.getTemplate("page/home")) {
      this.template = mustache.compile(page);
    }
    this.leafletVersion = Webjar.version("leaflet");
    for (Language language : Language.values()) {
      words.put(language, Words.of(language, json));
    }
  }

  @GetMapping("/")
  ResponseEntity<String> home(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String b,
      HttpServletRequest request) {
    Language language = chosen(request);
    Words texts = words.get(language);
    HomePage page = new HomePage(texts, space);
    List<Zone> zones = space.zones();
    Building building = b == null ? null : space.building(b);
    String code = building != null ? building.zoneCode() : zone;
    Zone open = zones.stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
    boolean known = (b == null || building != null) && (zone == null || open != null);

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
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(known ? HttpStatus.OK : HttpStatus.NOT_FOUND)
            .contentType(HTML)
            .cacheControl(CacheControl.noCache())
            .varyBy(HttpHeaders.COOKIE)
            .header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    if (request.getParameter("lang") != null) {
      answer.header(HttpHeaders.SET_COOKIE, cookie(language).toString());
    }
    return answer.body(template.execute(model));
  }

  /** The reference names and rivers of the map, schematic. */
  @GetMapping("/map/context.json")
  ResponseEntity<byte[]> context() throws IOException {
    byte[] content = Files.readAllBytes(context);
    return ResponseEntity.ok()
        .contentType(GEO_JSON)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .eTag("W/\"" + DigestUtils.md5DigestAsHex(content) + "\"")
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

  private static ResponseCookie cookie(Language language) {
    return ResponseCookie.from("lang", language.tag())
        .path("/")
        .maxAge(Duration.ofDays(365))
        .sameSite("Lax")
        .build();
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

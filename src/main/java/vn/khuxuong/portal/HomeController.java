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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.khuxuong.platform.web.EntityTag;
import vn.khuxuong.portal.PublishedSpace.Building;
import vn.khuxuong.portal.PublishedSpace.Zone;

/**
 * Serves the public page with its first list already in it. Vietnamese unless the visitor chose
 * English by {@code ?lang=en}, which a cookie keeps.
 */
@Controller
class HomeController {
  private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
  private static final List<String> NEEDS = List.of("area", "machines", "power", "industry");

  private final PublishedSpace space;
  private final Assets assets;
  private final StyleSheets sheets;
  private final Clock clock;
  private final Path context;
  private final PageFrame frame;

  HomeController(
      PublishedSpace space,
      Assets assets,
      StyleSheets sheets,
      Clock clock,
      PageFrames frames,
      @Value("${khu.maps:maps}") Path maps)
      throws Exception {
    this.space = space;
    this.assets = assets;
    this.sheets = sheets;
    this.clock = clock;
    this.context = maps.resolve("boundaries").resolve("context.geojson");
    this.frame = frames.frame("home", List.of("words", "search", "alert", "building"));
  }

  @GetMapping("/")
  ResponseEntity<String> home(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String b,
      @Nullable Authentication who,
      CsrfToken token,
      HttpServletRequest request,
      HttpServletResponse response) {
    Words texts = frame.words(request);
    HomePage page = new HomePage(texts, space);
    List<Zone> zones = space.zones();
    Building building = b == null ? null : space.building(b);
    String code = building != null ? building.zoneCode() : zone;
    Zone open = zones.stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
    boolean known = (b == null || building != null) && (zone == null || open != null);

    Person me = Person.of(who);
    Map<String, Object> model = frame.model(texts, scripts(who, page));
    model.put("homeSheet", sheets.path("home"));
    model.put("buildingSheet", sheets.path("building"));
    model.put("signedIn", me.isSignedIn());
    model.put("files", me.hasFiles());
    model.put("officer", me.isOfficer());
    if (me.isSignedIn()) {
      model.put("name", me.name());
      // asking for the token makes the cookie that scripts answer with
      model.put("csrfParameter", token.getParameterName());
      model.put("csrfToken", token.getToken());
    }
    model.put("title", title(texts, building, open));
    model.put("modules", assets.publicModules(b != null));
    model.put("view", b == null ? "map" : "building");
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
    return frame.answer(
        known ? HttpStatus.OK : HttpStatus.NOT_FOUND, request, response, texts, model);
  }

  /** What the page's scripts fetch when the list stands: the map with its library, the building. */
  private Map<String, Object> scripts(@Nullable Authentication who, HomePage page) {
    Map<String, Object> data = new HashMap<>(Person.data(who));
    data.put(
        "map",
        Map.of(
            "leaflet",
            "/webjars/leaflet/" + frame.leafletVersion() + "/dist/",
            "modules",
            assets.mapModules()));
    data.put("buildingSheet", sheets.path("building"));
    data.put("vndPerUsd", page.vndPerUsd());
    return data;
  }

  /** The reference names and rivers of the map, schematic. */
  @GetMapping("/map/context.json")
  ResponseEntity<byte[]> context() throws IOException {
    byte[] content = Files.readAllBytes(context);
    return ResponseEntity.ok()
        .contentType(GEO_JSON)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .eTag(EntityTag.of(content))
        .body(content);
  }

  private static String title(Words texts, @Nullable Building building, @Nullable Zone zone) {
    if (building != null) {
      String name = texts.language().choose(building.nameVi(), building.nameEn());
      return name + ", " + building.zoneName() + " · Khu Xưởng";
    }
    return zone == null ? texts.text("title") : zone.shortName() + " · Khu Xưởng";
  }

  private String moment(HomePage page) {
    LocalDateTime now = LocalDateTime.now(clock);
    return now.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT))
        + ", "
        + page.date(now.toLocalDate());
  }
}

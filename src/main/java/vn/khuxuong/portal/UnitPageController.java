package vn.khuxuong.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.space.building.BuildingFacts;
import vn.khuxuong.space.building.BuildingJson;

/**
 * The unit sheet, {@code /units/{building}/{floor}/{bays}}: everything about a run of bays on one
 * page that can be printed, complete without scripts. Bays are numbers as {@code 2} or {@code 2-3};
 * {@code on} asks for another day. The address is made to last: it answers whatever the bays'
 * state.
 */
@Controller
class UnitPageController {
  private final BuildingFacts buildings;
  private final LocationStore locations;
  private final BaseUrl baseUrl;
  private final Clock clock;
  private final PageFrame frame;
  private final PageFrame notFound;

  UnitPageController(
      BuildingFacts buildings,
      LocationStore locations,
      BaseUrl baseUrl,
      Clock clock,
      PageFrames frames)
      throws Exception {
    this.buildings = buildings;
    this.locations = locations;
    this.baseUrl = baseUrl;
    this.clock = clock;
    this.frame = frames.frame("unit", List.of("words", "building", "unit"));
    this.notFound = frames.frame("error", List.of("words", "building", "unit"));
  }

  @GetMapping("/units/{building}/{floor}/{bays}")
  ResponseEntity<String> sheet(
      @PathVariable String building,
      @PathVariable String floor,
      @PathVariable String bays,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<UnitRun> found =
        buildings.find(building, on).flatMap(known -> UnitRun.find(known, floor, bays));
    return found.isPresent()
        ? answer(found.get(), on, request, response)
        : unknown(request, response);
  }

  private ResponseEntity<String> answer(
      UnitRun run,
      @Nullable LocalDate on,
      HttpServletRequest request,
      HttpServletResponse response) {
    Words texts = frame.words(request);
    BuildingJson building = run.building();
    String path = run.path() + (on == null ? "" : "?on=" + on);
    String address = baseUrl.of(request) + path;
    UnitPage page = new UnitPage(texts, run, on);
    Map<String, Object> model = frame.model(texts, Map.of());
    model.put("title", page.title());
    model.put("page", page);
    model.put("plan", PlanPicture.of(buildings.plan(run.floor().id()), run, texts));
    model.put("section", SectionPicture.of(run, texts));
    model.put("location", locations.picture(building, texts));
    model.put("address", address);
    model.put("qr", QrPicture.of(address));
    model.put("self", path + (on == null ? "?" : "&"));
    model.put("printed", page.moment(java.time.LocalDateTime.now(clock)));
    return frame.answer(HttpStatus.OK, request, response, texts, model);
  }

  private ResponseEntity<String> unknown(HttpServletRequest request, HttpServletResponse response) {
    Words texts = notFound.words(request);
    Map<String, Object> model = notFound.model(texts, Map.of());
    model.put("title", texts.text("unit_unknown_title"));
    model.put("detail", texts.text("unit_unknown"));
    model.put("remedy", texts.text("unit_unknown_remedy"));
    model.put("code", "unit-unknown");
    model.put("vi", texts.language() == Language.VI);
    return notFound.answer(HttpStatus.NOT_FOUND, request, response, texts, model);
  }
}

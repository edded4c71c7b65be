package vn.khuxuong.space.building;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.khuxuong.space.SpaceProblem;
import vn.khuxuong.space.search.Answers;
import vn.khuxuong.space.search.AsOf;

/** {@code /api/v1/buildings}: cards of buildings, and one building with its stacking plan. */
@RestController
class BuildingController {
  private final BuildingStore store;
  private final AsOf asOf;
  private final Answers answers;

  BuildingController(BuildingStore store, AsOf asOf, Answers answers) {
    this.store = store;
    this.asOf = asOf;
    this.answers = answers;
  }

  private record ListOf(@Nullable String zone) {}

  private record OneOf(String code) {}

  /** Answer of {@code /api/v1/buildings}. */
  record BuildingsJson(LocalDate asOf, long revision, List<BuildingCard> buildings) {}

  @GetMapping("/api/v1/buildings")
  @Nullable BuildingsJson list(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
      WebRequest request) {
    AsOf.Basis basis = asOf.of(on);
    if (zone != null && !store.hasZone(zone)) {
      throw SpaceProblem.UNKNOWN_ZONE
          .with("Không có khu nào mang mã này.", "No zone has this code.")
          .field("zone")
          .with("code", zone);
    }
    return basis.isKnownTo(request)
        ? null
        : answers.get(
            basis,
            new ListOf(zone),
            () -> new BuildingsJson(basis.day(), basis.revision(), store.list(basis.day(), zone)));
  }

  @GetMapping("/api/v1/buildings/{code}")
  @Nullable BuildingJson get(
      @PathVariable String code,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
      WebRequest request) {
    AsOf.Basis basis = asOf.of(on);
    if (!store.hasBuilding(code)) {
      throw SpaceProblem.UNKNOWN_BUILDING
          .with("Không có nhà xưởng nào mang mã này.", "No building has this code.")
          .field("code")
          .with("code", code);
    }
    return basis.isKnownTo(request)
        ? null
        : answers.get(basis, new OneOf(code), () -> store.get(code, basis));
  }
}

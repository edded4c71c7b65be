package vn.khuxuong.space.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.search.vacancy.FloorNeeds;
import vn.khuxuong.space.search.vacancy.Supply;

/** {@code /api/v1/supply}: what is free in every zone, and how much of it fits a firm's needs. */
@RestController
class SupplyController {
  private final Supply supply;
  private final SupplyStore store;
  private final AsOf asOf;
  private final Answers answers;

  SupplyController(Supply supply, SupplyStore store, AsOf asOf, Answers answers) {
    this.supply = supply;
    this.store = store;
    this.asOf = asOf;
    this.answers = answers;
  }

  @GetMapping("/api/v1/supply")
  @Nullable SupplyJson supply(
      @RequestParam(required = false) @Nullable Double areaMin,
      @RequestParam(required = false) @Nullable Double areaMax,
      @RequestParam(required = false) @Nullable Double load,
      @RequestParam(required = false) @Nullable Double height,
      @RequestParam(required = false) @Nullable Double power,
      @RequestParam(required = false) @Nullable Double lift,
      @RequestParam(required = false) @Nullable HazardClass hazard,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
      WebRequest request) {
    FloorNeeds needs = new FloorNeeds(areaMin, areaMax, load, height, power, lift, hazard);
    AsOf.Basis basis = asOf.of(on);
    return basis.isKnownTo(request)
        ? null
        : answers.get(basis, needs, () -> SupplyJson.of(basis, zones(basis, needs)));
  }

  /** From memory; only days that are over are asked of the database. */
  private List<SupplyJson.Zone> zones(AsOf.Basis basis, FloorNeeds needs) {
    return supply
        .find(basis.day(), basis.revision(), needs)
        .map(store::zones)
        .orElseGet(() -> store.zones(basis.day(), needs));
  }
}

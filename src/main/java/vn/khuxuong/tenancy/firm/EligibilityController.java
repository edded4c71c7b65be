package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;

/**
 * The pre-check over HTTP: for anybody by the needs in the query, for a firm by its profile with
 * the rest of its needs in the query.
 */
@RestController
class EligibilityController {
  private static final String FIRM_OR_OFFICER = "hasAnyRole('FIRM', 'OFFICER')";
  private static final double MOST = 1e6;
  private static final double HIGHEST_M = 50;
  private static final double HEAVIEST_T = 500;
  private static final double MOST_KN_M2 = 200;

  private final CheckEligibility eligibility;
  private final FirmAccess access;

  EligibilityController(CheckEligibility eligibility, FirmAccess access) {
    this.eligibility = eligibility;
    this.access = access;
  }

  /**
   * Needs in a query; null where not said.
   *
   * @param area least m² on one floor
   * @param load kN/m²
   * @param height m
   * @param power kVA
   * @param wastewater m³ per day
   * @param lift t
   * @param machine each {@code TxLxWxH NAME}: tonnes, length, width, height in metres, and what it
   *     is called, for example {@code 2.5x2.2x2x2.3 Lathe}; instead of those of a firm's profile. A
   *     blank one says that there is none
   */
  record Asked(
      @Nullable String industry,
      @Nullable String hazard,
      @Nullable Double area,
      @Nullable Double load,
      @Nullable Double height,
      @Nullable Double power,
      @Nullable Double wastewater,
      @Nullable Double lift,
      @Nullable List<String> machine) {
    private static final Pattern MACHINE =
        Pattern.compile("([0-9.]{1,8})x([0-9.]{1,8})x([0-9.]{1,8})x([0-9.]{1,8})( .{1,100})?");

    Asked {
      machine = machine == null ? null : List.copyOf(machine);
    }

    Needs read(@Nullable Firm firm) {
      Faults faults = new Faults();
      Industry of =
          industry == null && firm != null
              ? firm.industry()
              : faults.choice("industry", industry, Industry.class).orElse(Industry.PACKAGING);
      HazardClass production =
          hazard == null ? null : faults.choice("hazard", hazard, HazardClass.class).orElse(null);
      Needs needs =
          new Needs(
              of,
              production,
              Set.of(),
              amount(faults, "area", area, MOST, "m²"),
              amount(faults, "load", load, MOST_KN_M2, "kN/m²"),
              amount(faults, "height", height, HIGHEST_M, "m"),
              amount(faults, "power", power, MOST, "kVA"),
              amount(faults, "wastewater", wastewater, MOST, "m³/ngày"),
              amount(faults, "lift", lift, HEAVIEST_T, "t"),
              machine != null || firm == null ? machines(faults) : firm.machines());
      faults.refuse(ApiProblem.BAD_PARAMETER);
      return needs;
    }

    private List<Machine> machines(Faults faults) {
      List<@Nullable MachineAsked> read = new ArrayList<>();
      for (String text : machine == null ? List.<String>of() : machine) {
        Matcher parts = MACHINE.matcher(text);
        if (parts.matches()) {
          String name = parts.group(5) == null ? "–" : parts.group(5).strip();
          read.add(
              new MachineAsked(
                  name.isEmpty() ? "–" : name,
                  number(parts.group(1)),
                  number(parts.group(2)),
                  number(parts.group(3)),
                  number(parts.group(4))));
        } else if (!text.isBlank()) {
          faults.add(
              "machine",
              "Máy viết như 2.5x2.2x2x2.3 Máy tiện: tấn, dài, rộng, cao (m), tên.",
              "A machine is written as 2.5x2.2x2x2.3 Lathe: tonnes, length, width, height (m),"
                  + " name.");
        }
      }
      return MachineAsked.read(faults, read);
    }

    private static @Nullable Double number(String text) {
      try {
        return Double.valueOf(text);
      } catch (NumberFormatException e) {
        return null;
      }
    }

    private static double amount(
        Faults faults, String field, @Nullable Double value, double most, String unit) {
      Double read = faults.optionalNumber(field, value, 0, most, unit);
      return read == null ? 0 : read;
    }

    @Nullable BigDecimal areaM2() {
      return area == null || area == 0 ? null : BigDecimal.valueOf(area);
    }
  }

  @GetMapping("/api/v1/eligibility")
  ResponseEntity<EligibilityJson> ofNeeds(@RequestParam String building, Asked asked) {
    return answer(eligibility.check(building, asked.read(null), null, asked.areaM2()));
  }

  @GetMapping("/api/v1/firms/{code}/eligibility")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<EligibilityJson> ofFirm(
      @PathVariable String code, @RequestParam String building, Asked asked) {
    Firm firm = access.get(code);
    return answer(eligibility.check(building, asked.read(firm), firm, asked.areaM2()));
  }

  @GetMapping("/api/v1/firms/{code}/incentives")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<EligibilityJson.Incentives> incentives(
      @PathVariable String code,
      @RequestParam String building,
      @RequestParam(required = false) @Nullable Double area) {
    Firm firm = access.get(code);
    Faults faults = new Faults();
    Double read = faults.optionalNumber("area", area, 0.01, MOST, "m²");
    faults.refuse(ApiProblem.BAD_PARAMETER);
    return answer(
        eligibility.incentives(building, firm, read == null ? null : BigDecimal.valueOf(read)));
  }

  private static <T> ResponseEntity<T> answer(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }
}

package vn.khuxuong.tenancy.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.CsvAnswer;
import vn.khuxuong.tenancy.firm.LawStore;
import vn.khuxuong.tenancy.incentive.Lack;

/**
 * {@code /api/v1/support/unmet}: demand that nothing answers yet, by need, sector and place, and
 * against vacancies by load and height. Staff see every figure and may ask by zone and line of
 * business; the public sees the whole city with small cells hidden, without sums.
 */
@RestController
@RequestMapping("/api/v1/support/unmet")
class UnmetController {
  private static final List<String> STAFF =
      Stream.of(Role.OFFICER, Role.APPROVER, Role.ADMIN).map(role -> "ROLE_" + role).toList();

  private final UnmetStore store;
  private final NeedStore needs;
  private final LawStore law;

  UnmetController(UnmetStore store, NeedStore needs, LawStore law) {
    this.store = store;
    this.needs = needs;
    this.law = law;
  }

  /**
   * A class of load or height.
   *
   * @param from least that floors of it offer, null for the first class
   * @param above whether it lies above {@code from} instead of beginning there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ClassJson(int index, @Nullable BigDecimal from, boolean above) {
    static List<ClassJson> of(SpaceClasses classes) {
      return IntStream.range(0, classes.size())
          .mapToObj(i -> new ClassJson(i, classes.from(i), classes.isAbove(i)))
          .toList();
    }
  }

  /** How many firms lack what, and for staff how many of them are illustrative. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LackingJson(
      Lack lack,
      String industry,
      String industryVi,
      String industryEn,
      @Nullable String zone,
      int firms,
      @Nullable Integer illustrative) {}

  /**
   * The answer.
   *
   * @param full whether every figure is told
   * @param leastFirms behind a figure that the public sees
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UnmetJson(
      LocalDate on,
      boolean full,
      int leastFirms,
      @Nullable String zone,
      @Nullable Industry industry,
      List<ClassJson> loads,
      List<ClassJson> heights,
      List<UnmetDemand.Cell> matrix,
      List<LackingJson> lacking) {}

  @GetMapping
  @Transactional(readOnly = true)
  public ResponseEntity<?> unmet(
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable Industry industry,
      @RequestParam(defaultValue = "matrix") String part,
      @RequestParam(name = "f", defaultValue = "json") String format,
      @Nullable Authentication who) {
    boolean staff =
        who != null
            && who.getAuthorities().stream().anyMatch(a -> STAFF.contains(a.getAuthority()));
    if (!staff && (zone != null || industry != null)) {
      // a part taken from the whole would tell what is hidden
      throw ApiProblem.FORBIDDEN
          .with(
              "Chỉ cán bộ xem được theo khu và theo ngành.",
              "Only staff may ask by zone and line of business.")
          .field(zone != null ? "zone" : "industry");
    }
    if (zone != null && !needs.hasZone(zone)) {
      throw ApiProblem.BAD_PARAMETER
          .with("Không có khu mang mã này.", "No zone has this code.")
          .field("zone");
    }
    UnmetJson found =
        new UnmetJson(
            law.today(),
            staff,
            UnmetDemand.LEAST_FIRMS,
            zone,
            industry,
            ClassJson.of(SpaceClasses.LOAD),
            ClassJson.of(SpaceClasses.HEIGHT),
            UnmetDemand.matrix(
                store.wishes(zone, industry), store.vacancies(zone, industry), staff),
            store.lacking(zone, industry).stream()
                // for the public a line about one firm would say already that there is one
                .filter(one -> staff || one.firms() >= UnmetDemand.LEAST_FIRMS)
                .map(one -> lacking(one, staff))
                .toList());
    return CsvAnswer.isAsked(format)
        ? csv(found, part)
        : ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
  }

  private static LackingJson lacking(UnmetStore.Lacking one, boolean staff) {
    return new LackingJson(
        one.lack(),
        one.industry(),
        one.nameVi(),
        one.nameEn(),
        one.zone(),
        one.firms(),
        staff ? (Integer) one.illustrative() : null);
  }

  private static ResponseEntity<byte[]> csv(UnmetJson found, String part) {
    return switch (part) {
      case "matrix" ->
          CsvAnswer.of(
              "unmet-space-" + found.on(),
              List.of(
                  "load_from_kn_m2",
                  "load_above",
                  "height_from_m",
                  "height_above",
                  "firms",
                  "demand_m2",
                  "vacant_m2",
                  "demand_at_least_m2",
                  "vacant_at_least_m2",
                  "short_m2",
                  "hidden"),
              found.matrix().stream().map(cell -> line(found, cell)).toList());
      case "lacking" ->
          CsvAnswer.of(
              "unmet-needs-" + found.on(),
              List.of("lack", "industry", "zone", "firms"),
              found.lacking().stream()
                  .map(one -> texts(one.lack(), one.industry(), one.zone(), one.firms()))
                  .toList());
      default ->
          throw ApiProblem.BAD_PARAMETER
              .with("part phải là matrix hoặc lacking.", "part must be matrix or lacking.")
              .field("part");
    };
  }

  private static List<String> line(UnmetJson found, UnmetDemand.Cell cell) {
    ClassJson load = found.loads().get(cell.load());
    ClassJson height = found.heights().get(cell.height());
    return texts(
        load.from(),
        load.above(),
        height.from(),
        height.above(),
        cell.firms(),
        cell.demandM2(),
        cell.vacantM2(),
        cell.demandAtLeastM2(),
        cell.vacantAtLeastM2(),
        cell.shortM2(),
        cell.hidden());
  }

  private static List<String> texts(@Nullable Object... values) {
    return Stream.of(values)
        .map(
            value ->
                value instanceof BigDecimal number
                    ? number.toPlainString()
                    : Objects.toString(value, ""))
        .toList();
  }
}

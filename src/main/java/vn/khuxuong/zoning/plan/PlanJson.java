package vn.khuxuong.zoning.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan as clients see it. Names of the people behind it are for staff.
 *
 * @param lockVersion number that {@code etag} carries; echo it as {@code version} where no header
 *     can be sent
 * @param links where the rest of the plan is; the plan's own address never changes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanJson(
    long id,
    String zone,
    String legalCrs,
    int version,
    PlanStatus status,
    String titleVi,
    String titleEn,
    @Nullable Integer scale,
    String parkKind,
    @Nullable Long basedOn,
    @Nullable String decisionNo,
    @Nullable LocalDate decidedOn,
    @Nullable String authorityVi,
    @Nullable String authorityEn,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable OffsetDateTime publishedAt,
    @Nullable OffsetDateTime supersededAt,
    String dataStatus,
    @Nullable OffsetDateTime createdAt,
    @Nullable String author,
    @Nullable Boolean shared,
    @Nullable String submittedBy,
    @Nullable String approvedBy,
    @Nullable Integer lockVersion,
    @Nullable Integer revision,
    @Nullable String etag,
    Map<String, String> links) {

  /** Copies the links. */
  public PlanJson {
    links = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(links));
  }

  /** Answer of {@code /api/v1/plans}. */
  record Plans(List<PlanJson> plans) {}

  /** The plan with everything that staff need to work on it. */
  public static PlanJson forStaff(Plan plan) {
    return of(plan, true);
  }

  /** The plan as anybody may see it. */
  static PlanJson forPublic(Plan plan) {
    return of(plan, false);
  }

  private static PlanJson of(Plan plan, boolean staff) {
    return new PlanJson(
        plan.id(),
        plan.zoneCode(),
        plan.legal().code(),
        plan.version(),
        plan.status(),
        plan.titleVi(),
        plan.titleEn(),
        plan.scale(),
        plan.parkKind(),
        plan.basedOn(),
        plan.decisionNo(),
        plan.decidedOn(),
        plan.authorityVi(),
        plan.authorityEn(),
        plan.validFrom(),
        plan.validTo(),
        plan.publishedAt(),
        plan.supersededAt(),
        plan.dataStatus(),
        staff ? plan.createdAt() : null,
        staff ? plan.author() : null,
        staff ? plan.shared() : null,
        staff ? plan.submittedBy() : null,
        staff ? plan.approvedBy() : null,
        staff ? plan.lockVersion() : null,
        staff ? plan.headRevision() : null,
        staff ? plan.etag() : null,
        links(plan, staff));
  }

  private static Map<String, String> links(Plan plan, boolean staff) {
    String self = "/api/v1/plans/" + plan.id();
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", self);
    links.put("subzones", self + "/subzones");
    links.put("balance", self + "/balance");
    links.put("report", self + "/report");
    links.put("export", self + "/export");
    links.put("sheet", self + "/sheet");
    if (staff) {
      links.put("revisions", self + "/revisions");
      links.put("decisions", self + "/decisions");
      links.put("comments", self + "/comments");
      links.put("changes", self + "/changes?since=" + plan.lockVersion());
    }
    return links;
  }
}

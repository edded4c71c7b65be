package vn.khuxuong.zoning.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.Crs;

/**
 * One version of a zone's subzone plan (đồ án quy hoạch), without its subzones.
 *
 * @param id key for ever, also in the plan's URL
 * @param zoneCode the zone it plans
 * @param legal CRS in which it is drawn and judged
 * @param version number within the zone, from 1
 * @param status where it stands in its life
 * @param titleVi title of the drawing
 * @param titleEn the same in English
 * @param scale denominator of the drawing's scale, null where none is meant
 * @param parkKind what the plan declares the zone to be, GENERAL or a specialised park
 * @param basedOn plan it was forked from
 * @param author who made it
 * @param shared whether other planners may draw in it
 * @param submittedBy who handed it in last
 * @param approvedBy who approved it, never its author
 * @param decisionNo number of the approving decision
 * @param decidedOn its date
 * @param authorityVi who decided
 * @param authorityEn the same in English
 * @param approvedOver plan that was published when this one was approved
 * @param validFrom first day in force as decided
 * @param validTo first day no longer in force as decided, null without end
 * @param publishedAt since when the public knows it
 * @param supersededAt since when a later version is published
 * @param dataStatus OFFICIAL, SCHEMATIC or ILLUSTRATIVE
 * @param lockVersion moves with every change, for If-Match
 * @param headRevision revision whose state is shown
 * @param createdAt when it was made
 */
public record Plan(
    long id,
    String zoneCode,
    Crs legal,
    int version,
    PlanStatus status,
    String titleVi,
    String titleEn,
    @Nullable Integer scale,
    String parkKind,
    @Nullable Long basedOn,
    String author,
    boolean shared,
    @Nullable String submittedBy,
    @Nullable String approvedBy,
    @Nullable String decisionNo,
    @Nullable LocalDate decidedOn,
    @Nullable String authorityVi,
    @Nullable String authorityEn,
    @Nullable Long approvedOver,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable OffsetDateTime publishedAt,
    @Nullable OffsetDateTime supersededAt,
    String dataStatus,
    int lockVersion,
    int headRevision,
    OffsetDateTime createdAt) {

  /** Strong entity tag of the plan as it stands. */
  public String etag() {
    return "\"" + id + "-" + lockVersion + "\"";
  }
}

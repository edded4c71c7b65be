package vn.khuxuong.tenancy.hold;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.ClaimWish;

/**
 * A hold as it is sent.
 *
 * @param from first day
 * @param until last day, inclusive
 * @param areaM2 measured in the zone's legal CRS
 * @param expiresAt when it lapses unless something is done
 * @param assumed members of the request that were not sent and were assumed
 * @param firm code of the firm, left out where the authority holds for itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldJson(
    long id,
    Hold.Status status,
    long floor,
    String building,
    int level,
    int firstBay,
    int bayCount,
    LocalDate from,
    LocalDate until,
    double areaM2,
    String industry,
    String hazard,
    Set<String> traits,
    double loadKnM2,
    double powerKva,
    double wastewaterM3Day,
    List<String> assumed,
    @Nullable String firm,
    @Nullable OffsetDateTime expiresAt,
    OffsetDateTime madeAt,
    @Nullable OffsetDateTime endedAt,
    @Nullable String endReason) {

  /** Answer of {@code GET /api/v1/holds}: the newest first, and where it goes on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<HoldJson> holds, @Nullable String next) {}

  static HoldJson of(Hold hold) {
    ClaimWish wish = hold.claim().wish();
    return new HoldJson(
        hold.id(),
        hold.status(),
        wish.floorId(),
        hold.claim().buildingCode(),
        hold.claim().level(),
        wish.firstBay(),
        wish.bayCount(),
        wish.from(),
        wish.until(),
        hold.claim().areaM2(),
        wish.industry().name(),
        wish.hazard().name(),
        wish.traits().stream().map(Enum::name).collect(toCollection(TreeSet::new)),
        wish.loadKnM2(),
        wish.powerKva(),
        wish.wastewaterM3Day(),
        hold.assumed(),
        hold.firmCode(),
        hold.claim().expiresAt(),
        hold.madeAt(),
        hold.endedAt(),
        hold.endReason());
  }
}

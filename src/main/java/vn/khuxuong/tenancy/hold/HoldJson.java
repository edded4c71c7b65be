package vn.khuxuong.tenancy.hold;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.tenancy.ClaimJson;

/**
 * A hold as it is sent.
 *
 * @param claim its bays and days, among the members of the hold
 * @param expiresAt when it lapses unless something is done
 * @param assumed members of the request that were not sent and were assumed
 * @param firm code of the firm, left out where the authority holds for itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldJson(
    long id,
    Hold.Status status,
    @JsonUnwrapped ClaimJson claim,
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
        ClaimJson.of(hold.claim()),
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

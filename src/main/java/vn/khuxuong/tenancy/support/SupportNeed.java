package vn.khuxuong.tenancy.support;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.Versioned;
import vn.khuxuong.tenancy.incentive.Lack;

/**
 * What a firm says that it lacks.
 *
 * @param zone code of the zone, null where any place will do
 * @param areaM2 floor area that is lacking; only of PREMISES, likewise load and height
 * @param loadKnM2 uniform floor load, null where not said
 * @param clearHeightM clear height, null where not said
 * @param amountVnd capital that is lacking, null where not said
 * @param endedAt null while it is open, likewise the reason
 */
record SupportNeed(
    long id,
    long firmId,
    String firmCode,
    String firmVi,
    String firmEn,
    Lack lack,
    String detail,
    @Nullable String zone,
    @Nullable BigDecimal areaM2,
    @Nullable BigDecimal loadKnM2,
    @Nullable BigDecimal clearHeightM,
    @Nullable BigDecimal amountVnd,
    SupportProcess.NeedState status,
    OffsetDateTime madeAt,
    @Nullable OffsetDateTime endedAt,
    @Nullable String endReason,
    String dataStatus,
    int version)
    implements Versioned {}

package vn.khuxuong.allocation.round;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.Versioned;

/**
 * A round as it is stored.
 *
 * @param month0 month 0 of its problem
 * @param criteria the published rule set as JSON; null for rounds from before there were any
 * @param deadline when applications close; null for a round that never was open
 * @param objectionsUntil end of the window for objections, null before the draft is shown
 * @param approvedRun the run that was decided on, null before
 */
record Round(
    long id,
    String code,
    String titleVi,
    String titleEn,
    RoundProcess.State status,
    YearMonth month0,
    String dataStatus,
    @Nullable String criteria,
    @Nullable OffsetDateTime deadline,
    @Nullable OffsetDateTime openedAt,
    @Nullable OffsetDateTime closedAt,
    @Nullable OffsetDateTime shownAt,
    @Nullable OffsetDateTime objectionsUntil,
    @Nullable OffsetDateTime approvedAt,
    @Nullable Long approvedRun,
    @Nullable String lotCommitment,
    @Nullable String lotSeed,
    int version)
    implements Versioned {}

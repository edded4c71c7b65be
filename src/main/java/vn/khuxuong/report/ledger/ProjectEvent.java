package vn.khuxuong.report.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event that is to be recorded. What is null does not change; a registration says everything
 * that the ledger counts by.
 *
 * @param project number of the investment certificate
 * @param name of the project; only for a registration
 * @param taxCode of the firm, null where it is not known
 * @param illustrative whether it is an example and no fact
 * @param on day on which it took effect
 * @param capital registered capital of the whole project after the event, in {@code currency}
 * @param currency USD or VND, always that of the certificate
 * @param sector VSIC code of two to five digits
 * @param supports supporting industry: CERTIFICATE, PRODUCT or NONE
 * @param supportsRef number of the certificate, or the product of the list
 * @param zone code
 * @param plot code of a plot; never together with a building
 * @param building code, with {@code level}, {@code firstBay}, {@code bayCount} where they are known
 * @param origin country of the investor, ISO 3166-1 alpha-2
 * @param jobs registered number of employees
 * @param areaM2 land or floor that the project uses, m²
 * @param sizeClass of the firm by Decree 80/2021: MICRO, SMALL, MEDIUM, LARGE
 * @param reason of a correction
 */
public record ProjectEvent(
    String project,
    @Nullable String name,
    @Nullable String taxCode,
    boolean illustrative,
    EventKind kind,
    LocalDate on,
    @Nullable BigDecimal capital,
    @Nullable String currency,
    @Nullable String sector,
    @Nullable String supports,
    @Nullable String supportsRef,
    @Nullable String zone,
    @Nullable String plot,
    @Nullable String building,
    @Nullable Integer level,
    @Nullable Integer firstBay,
    @Nullable Integer bayCount,
    @Nullable String origin,
    @Nullable Integer jobs,
    @Nullable BigDecimal areaM2,
    @Nullable String sizeClass,
    @Nullable String reason) {}

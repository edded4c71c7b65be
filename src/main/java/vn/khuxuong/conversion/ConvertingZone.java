package vn.khuxuong.conversion;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A zone in conversion.
 *
 * @param grossAreaHa gross hectares of the source
 * @param termEnd last day of the land term, null where unknown
 * @param termEndPrecision YEAR or DAY, null where unknown
 * @param operatorVi who runs its infrastructure, null where unknown
 */
public record ConvertingZone(
    String code,
    String shortName,
    String nameVi,
    String nameEn,
    double grossAreaHa,
    @Nullable LocalDate termEnd,
    @Nullable String termEndPrecision,
    @Nullable String operatorVi,
    @Nullable String operatorEn,
    String dataStatus) {}

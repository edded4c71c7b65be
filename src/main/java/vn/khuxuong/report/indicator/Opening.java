package vn.khuxuong.report.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A balance as the authority published it.
 *
 * @param validOn day it speaks of
 * @param since first day of registration that it counts
 * @param capitalUsd US dollars; it was published in no other currency and is converted into none
 * @param atLeast whether the source says "more than"
 */
public record Opening(
    String code,
    LocalDate validOn,
    LocalDate since,
    int projects,
    BigDecimal capitalUsd,
    boolean atLeast,
    String sourceVi,
    String sourceEn,
    OffsetDateTime knownAt) {}

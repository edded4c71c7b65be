package vn.khuxuong.space.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Why a row cannot be taken.
 *
 * @param line of the file, from 1; 0 where it is about the whole
 * @param key of the row, null where that is not known
 * @param field column at fault, null where it is about several
 */
record Refusal(
    int line,
    @Nullable String key,
    @Nullable String field,
    String vi,
    String en,
    String remedyVi,
    String remedyEn) {

  static Refusal of(
      Row row, @Nullable String field, String vi, String en, String remedyVi, String remedyEn) {
    return new Refusal(row.line(), row.key(), field, vi, en, remedyVi, remedyEn);
  }
}

package vn.khuxuong.zoning.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.LandUse;

/**
 * Two balances side by side, in whole square metres: each column adds up as its own balance does,
 * and each difference is that of the printed figures.
 *
 * @param zoneCode the zone of both plans
 * @param rows every land use of either plan, in the order of {@link LandUse}
 * @param total the sums
 * @param methodVi how areas were computed, in Vietnamese
 * @param methodEn the same in English
 */
public record BalanceChange(
    String zoneCode, List<Row> rows, Row total, String methodVi, String methodEn) {

  /** Copies the list. */
  public BalanceChange {
    rows = List.copyOf(rows);
  }

  /**
   * One land use in both plans.
   *
   * @param landUse null in the line of totals
   * @param beforeM2 m² in the earlier plan
   * @param afterM2 m² in the later plan
   * @param changeM2 later minus earlier, m²
   * @param beforePct share of the earlier plan, two decimals
   * @param afterPct share of the later plan
   * @param changePct later minus earlier, percentage points
   */
  public record Row(
      @Nullable LandUse landUse,
      long beforeM2,
      long afterM2,
      long changeM2,
      BigDecimal beforePct,
      BigDecimal afterPct,
      BigDecimal changePct) {

    private static Row of(Balance.@Nullable Row before, Balance.@Nullable Row after) {
      Balance.Row any = before != null ? before : after;
      long was = before == null ? 0 : before.areaM2();
      long is = after == null ? 0 : after.areaM2();
      BigDecimal zero = new BigDecimal("0.00");
      BigDecimal wasPct = before == null ? zero : before.sharePct();
      BigDecimal isPct = after == null ? zero : after.sharePct();
      return new Row(
          any == null ? null : any.landUse(),
          was,
          is,
          is - was,
          wasPct,
          isPct,
          isPct.subtract(wasPct));
    }
  }

  static BalanceChange between(Balance before, Balance after) {
    Set<LandUse> uses = new TreeSet<>();
    before.rows().forEach(row -> uses.add(row.landUse()));
    after.rows().forEach(row -> uses.add(row.landUse()));
    List<Row> rows = new ArrayList<>();
    for (LandUse use : uses) {
      rows.add(Row.of(find(before, use), find(after, use)));
    }
    return new BalanceChange(
        after.zoneCode(),
        rows,
        Row.of(before.total(), after.total()),
        after.methodVi(),
        after.methodEn());
  }

  private static Balance.@Nullable Row find(Balance balance, LandUse use) {
    return balance.rows().stream().filter(row -> row.landUse() == use).findFirst().orElse(null);
  }

  /** The table as CSV: UTF-8 with a byte order mark, decimal points, bilingual headings. */
  public byte[] toCsv() {
    return table().toCsv();
  }

  /** The table as an XLSX workbook of one sheet. */
  public byte[] toXlsx() {
    return table().toXlsx();
  }

  private Table table() {
    List<List<Object>> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(cells(row)));
    cells.add(cells(total));
    return new Table(
        "So sánh " + zoneCode,
        List.of(
            "Mã / Code",
            "Loại đất / Land use",
            "Trước, ha / Before, ha",
            "Sau, ha / After, ha",
            "Tăng giảm, ha / Change, ha",
            "Trước, % / Before, %",
            "Sau, % / After, %",
            "Tăng giảm, điểm % / Change, points"),
        cells,
        List.of(methodVi + ".", methodEn + "."));
  }

  private static List<Object> cells(Row row) {
    return List.of(
        Balance.label(row.landUse()),
        Balance.name(row.landUse()),
        Balance.hectares(row.beforeM2()),
        Balance.hectares(row.afterM2()),
        Balance.hectares(row.changeM2()),
        row.beforePct(),
        row.afterPct(),
        row.changePct());
  }
}

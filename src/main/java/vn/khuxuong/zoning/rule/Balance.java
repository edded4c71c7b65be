package vn.khuxuong.zoning.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.LegalArea;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;

/**
 * The land-use balance of a plan (bảng cân bằng sử dụng đất): hectares and percent by land use and
 * investment phase.
 *
 * <p>Every figure is a whole number of square metres, and printed rows add up: the parts are
 * rounded down and what is left of the rounded whole goes to the largest remainders, one square
 * metre each. Percentages are shares of the planned land and add up to 100.00 in the same way.
 *
 * @param zoneCode the zone planned
 * @param methodVi how areas were computed and rounded, in Vietnamese
 * @param methodEn the same in English
 * @param phases the plan's phases in order; null stands for land without a phase and comes last
 * @param rows one for each land use there is, in the order of {@link LandUse}
 * @param total sum of the rows
 * @param zoneM2 plane area of the zone's outline, m²
 * @param unplannedM2 outline minus planned land, m²: what gaps leave over, below zero where
 *     subzones overlap or leave the zone
 */
public record Balance(
    String zoneCode,
    String methodVi,
    String methodEn,
    List<@Nullable Integer> phases,
    List<Row> rows,
    Row total,
    long zoneM2,
    long unplannedM2) {

  /** Copies the lists. */
  public Balance {
    phases = Collections.unmodifiableList(new ArrayList<>(phases));
    rows = List.copyOf(rows);
  }

  /**
   * One line of the table.
   *
   * @param landUse null in the line of totals
   * @param subzones how many
   * @param byPhaseM2 m² in each of the balance's phases, in their order
   * @param areaM2 m², the sum of the phases
   * @param sharePct percent of the planned land, two decimals
   */
  public record Row(
      @Nullable LandUse landUse,
      int subzones,
      List<Long> byPhaseM2,
      long areaM2,
      BigDecimal sharePct) {

    /** Copies the list. */
    public Row {
      byPhaseM2 = List.copyOf(byPhaseM2);
    }

    /** Hectares with four decimals: exactly the square metres. */
    public BigDecimal areaHa() {
      return hectares(areaM2);
    }
  }

  /** Balance of a plan's subzones, measured in the zone's legal CRS. */
  public static Balance of(List<Subzone> subzones, Zone zone) {
    TreeSet<Integer> phaseNumbers = new TreeSet<>();
    subzones.stream().map(Subzone::phase).filter(Objects::nonNull).forEach(phaseNumbers::add);
    List<@Nullable Integer> phases = new ArrayList<>(phaseNumbers);
    if (subzones.stream().anyMatch(subzone -> subzone.phase() == null)) {
      phases.add(null);
    }
    Map<LandUse, double[]> exact = new TreeMap<>();
    Map<LandUse, Integer> counts = new TreeMap<>();
    for (Subzone subzone : subzones) {
      exact
              .computeIfAbsent(subzone.landUse(), use -> new double[phases.size()])[
              phases.indexOf(subzone.phase())] +=
          subzone.areaM2();
      counts.merge(subzone.landUse(), 1, Integer::sum);
    }
    long[] cells =
        apportion(
            exact.values().stream().flatMapToDouble(Arrays::stream).toArray(),
            Math.round(subzones.stream().mapToDouble(Subzone::areaM2).sum()));
    List<Row> rows = rows(exact, counts, cells, phases.size());
    Row total = total(rows, phases.size());
    long zoneM2 = Math.round(zone.outline().getArea());
    LegalArea area = new LegalArea(zoneM2, zone.legal());
    return new Balance(
        zone.code(),
        area.methodVi()
            + "; làm tròn đến 1 m² và 0,01 % theo phần dư lớn nhất để các dòng cộng đúng bằng tổng",
        area.methodEn()
            + "; rounded to 1 m² and 0.01 % by largest remainder so that rows add up to the total",
        phases,
        rows,
        total,
        zoneM2,
        zoneM2 - total.areaM2());
  }

  /** What another plan of the zone changes against this one. */
  public BalanceChange compare(Balance later) {
    return BalanceChange.between(this, later);
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
    List<String> headings = new ArrayList<>();
    headings.add("Mã / Code");
    headings.add("Loại đất / Land use");
    headings.add("Số phân khu / Subzones");
    for (Integer phase : phases) {
      headings.add(
          phase == null
              ? "Không phân kỳ, ha / No phase, ha"
              : "Giai đoạn " + phase + ", ha / Phase " + phase + ", ha");
    }
    headings.add("Diện tích, ha / Area, ha");
    headings.add("Tỷ lệ, % / Share, %");
    List<List<Object>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(cells(row));
    }
    cells.add(cells(total));
    return new Table(
        "Cân bằng đất " + zoneCode,
        headings,
        cells,
        List.of(
            "Ranh khu / Zone outline: " + hectares(zoneM2).toPlainString() + " ha",
            "Chưa quy hoạch / Not planned: " + hectares(unplannedM2).toPlainString() + " ha",
            methodVi + ".",
            methodEn + "."));
  }

  private static List<Object> cells(Row row) {
    List<Object> cells = new ArrayList<>();
    cells.add(label(row.landUse()));
    cells.add(name(row.landUse()));
    cells.add(row.subzones());
    row.byPhaseM2().forEach(m2 -> cells.add(hectares(m2)));
    cells.add(row.areaHa());
    cells.add(row.sharePct());
    return cells;
  }

  static String label(@Nullable LandUse use) {
    return use == null ? "" : use.label();
  }

  static String name(@Nullable LandUse use) {
    return use == null ? "Tổng / Total" : use.nameVi() + " / " + use.nameEn();
  }

  private static List<Row> rows(
      Map<LandUse, double[]> exact, Map<LandUse, Integer> counts, long[] cells, int width) {
    List<LandUse> uses = new ArrayList<>(exact.keySet());
    long[] sums = new long[uses.size()];
    for (int i = 0; i < cells.length; i++) {
      sums[i / width] += cells[i];
    }
    long whole = Arrays.stream(sums).sum();
    long[] hundredths =
        apportion(
            Arrays.stream(sums)
                .mapToDouble(sum -> whole == 0 ? 0 : 10_000.0 * sum / whole)
                .toArray(),
            whole == 0 ? 0 : 10_000);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < uses.size(); i++) {
      List<Long> byPhase = new ArrayList<>();
      for (int phase = 0; phase < width; phase++) {
        byPhase.add(cells[i * width + phase]);
      }
      LandUse use = uses.get(i);
      rows.add(
          new Row(
              use,
              Objects.requireNonNull(counts.get(use)),
              byPhase,
              sums[i],
              BigDecimal.valueOf(hundredths[i], 2)));
    }
    return rows;
  }

  private static Row total(List<Row> rows, int width) {
    List<Long> byPhase = new ArrayList<>();
    for (int phase = 0; phase < width; phase++) {
      int column = phase;
      byPhase.add(rows.stream().mapToLong(row -> row.byPhaseM2().get(column)).sum());
    }
    return new Row(
        null,
        rows.stream().mapToInt(Row::subzones).sum(),
        byPhase,
        byPhase.stream().mapToLong(Long::longValue).sum(),
        rows.stream().map(Row::sharePct).reduce(new BigDecimal("0.00"), BigDecimal::add));
  }

  /** Whole numbers next to the parts that add up to the whole (Hamilton's method). */
  static long[] apportion(double[] parts, long whole) {
    long[] shares = new long[parts.length];
    List<Integer> order = new ArrayList<>();
    long left = whole;
    for (int i = 0; i < parts.length; i++) {
      shares[i] = (long) Math.floor(parts[i]);
      left -= shares[i];
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> shares[i] - parts[i]));
    for (int k = 0; k < left; k++) {
      shares[order.get(k % parts.length)]++;
    }
    return shares;
  }

  static BigDecimal hectares(long m2) {
    return BigDecimal.valueOf(m2, 4).setScale(4, RoundingMode.UNNECESSARY);
  }
}

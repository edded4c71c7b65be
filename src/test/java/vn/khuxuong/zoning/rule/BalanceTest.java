package vn.khuxuong.zoning.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.khuxuong.zoning.rule.Town.land;
import static vn.khuxuong.zoning.rule.Town.newZone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;

/** The land-use balance adds up to the last square metre, in every form it leaves in. */
class BalanceTest {

  @Test
  void addsUpToTheWholePlan() throws IOException {
    PlanFacts plan = RuleBookTest.seededPlan();
    Balance balance = Balance.of(plan.subzones(), plan.zone());
    double whole = plan.subzones().stream().mapToDouble(Subzone::areaM2).sum();
    assertThat(balance.total().areaM2()).isEqualTo(Math.round(whole));
    assertThat(balance.rows().stream().mapToLong(Balance.Row::areaM2).sum())
        .isEqualTo(balance.total().areaM2());
    assertThat(balance.total().sharePct()).isEqualByComparingTo("100");
    assertThat(balance.unplannedM2()).isBetween(-1L, 1L);
    assertThat(balance.phases()).containsExactly(1, 2);
    Balance.Row support =
        balance.rows().stream().filter(r -> r.landUse() == LandUse.SUPPORT).findFirst().get();
    assertThat(support.areaHa()).isEqualByComparingTo("41.5771");
    assertThat(support.sharePct()).isEqualByComparingTo("6.23");
    assertThat(balance.methodEn()).contains("EPSG:9210", "largest remainder");
    assertThat(balance.methodVi()).contains("phần dư lớn nhất");
  }

  @Test
  void printedRowsAddUpWhateverTheAreas() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      Town.Strips strips = land();
      for (int i = 0; i < 40; i++) {
        LandUse use = List.of(LandUse.values()).get(random.nextInt(9));
        strips.add(use, 0.01 + random.nextDouble(), 1 + random.nextInt(4), null, null, null, null);
      }
      Balance balance = Balance.of(strips.list(), newZone(50));
      double whole = strips.list().stream().mapToDouble(Subzone::areaM2).sum();
      assertThat(balance.total().areaM2()).isEqualTo(Math.round(whole));
      assertThat(balance.total().sharePct()).isEqualByComparingTo("100");
      for (Balance.Row row : balance.rows()) {
        double exact =
            strips.list().stream()
                .filter(subzone -> subzone.landUse() == row.landUse())
                .mapToDouble(Subzone::areaM2)
                .sum();
        assertThat((double) row.areaM2()).isCloseTo(exact, within(4.0));
        assertThat(row.byPhaseM2().stream().mapToLong(Long::longValue).sum())
            .isEqualTo(row.areaM2());
      }
    }
  }

  @Test
  void thirdsGetTheirSquareMetreByLargestRemainder() {
    assertThat(Balance.apportion(new double[] {1.4, 1.4, 1.2}, 4)).containsExactly(2, 1, 1);
    assertThat(Balance.apportion(new double[] {}, 0)).isEmpty();
  }

  @Test
  void anEmptyPlanHasAnEmptyBalance() {
    Balance balance = Balance.of(List.of(), newZone(2));
    assertThat(balance.rows()).isEmpty();
    assertThat(balance.unplannedM2()).isEqualTo(20_000);
    assertThat(balance.toCsv()).isNotEmpty();
    assertThat(balance.toXlsx()).isNotEmpty();
  }

  @Test
  void landWithoutAPhaseHasAColumnOfItsOwn() {
    Balance balance =
        Balance.of(
            land()
                .add(LandUse.GREEN, 1, null, null, null, null, null)
                .add(LandUse.GREEN, 2, 3, null, null, null, null)
                .list(),
            newZone(3));
    assertThat(balance.phases()).containsExactly(3, null);
    assertThat(balance.rows().get(0).byPhaseM2()).containsExactly(20_000L, 10_000L);
  }

  @Test
  void setsPlanAgainstPlan() {
    Balance before =
        Balance.of(land().add(LandUse.INDUSTRY, 9).add(LandUse.GREEN, 1).list(), newZone(10));
    Balance after =
        Balance.of(land().add(LandUse.INDUSTRY, 8).add(LandUse.ROAD, 2).list(), newZone(10));
    BalanceChange change = before.compare(after);
    assertThat(change.rows())
        .extracting(BalanceChange.Row::landUse)
        .containsExactly(LandUse.INDUSTRY, LandUse.GREEN, LandUse.ROAD);
    assertThat(change.rows())
        .extracting(BalanceChange.Row::changeM2)
        .containsExactly(-10_000L, -10_000L, 20_000L);
    assertThat(change.rows().get(2).changePct()).isEqualByComparingTo("20");
    assertThat(change.total().changeM2()).isZero();
    assertThat(new String(change.toCsv(), StandardCharsets.UTF_8)).contains("-1.0000,90.00,80.00");
    assertThat(change.toXlsx()).isNotEmpty();
  }

  @Test
  void csvOpensInSpreadsheetsAndAddsUp() throws IOException {
    PlanFacts plan = RuleBookTest.seededPlan();
    Balance balance = Balance.of(plan.subzones(), plan.zone());
    String csv = new String(balance.toCsv(), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFFMã / Code,Loại đất / Land use,");
    List<String> lines = csv.lines().toList();
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 1; i <= balance.rows().size(); i++) {
      String[] cells = lines.get(i).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
      sum = sum.add(new BigDecimal(cells[cells.length - 2]));
    }
    assertThat(lines.get(balance.rows().size() + 1))
        .startsWith(",Tổng / Total,70,")
        .endsWith("," + sum.toPlainString() + ",100.00");
  }

  @Test
  void workbookIsReadAgainWithTheSameFigures() throws IOException {
    PlanFacts plan = RuleBookTest.seededPlan();
    Balance balance = Balance.of(plan.subzones(), plan.zone());
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(balance.toXlsx()))) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getSheetName()).isEqualTo("Cân bằng đất PVH");
      assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("Loại đất / Land use");
      double sum = 0;
      for (int i = 0; i < balance.rows().size(); i++) {
        Balance.Row row = balance.rows().get(i);
        assertThat(sheet.getRow(i + 1).getCell(1).getStringCellValue())
            .startsWith(row.landUse().nameVi());
        assertThat(sheet.getRow(i + 1).getCell(5).getNumericCellValue())
            .isEqualTo(row.areaHa().doubleValue());
        sum += sheet.getRow(i + 1).getCell(5).getNumericCellValue();
      }
      assertThat(sheet.getRow(balance.rows().size() + 1).getCell(5).getNumericCellValue())
          .isCloseTo(sum, within(1e-6));
    }
  }

  @Test
  void noTextIsTakenForAFormula() throws IOException {
    Table table =
        new Table(
            "t",
            List.of("a", "b"),
            List.of(List.of("=1+1", new BigDecimal("-2.50")), List.of("@SUM(A1)", "say \"x\", y")),
            List.of("+1"));
    assertThat(new String(table.toCsv(), StandardCharsets.UTF_8))
        .isEqualTo("\uFEFFa,b\r\n'=1+1,-2.50\r\n'@SUM(A1),\"say \"\"x\"\", y\"\r\n'+1\r\n");
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(table.toXlsx()))) {
      var cell = book.getSheetAt(0).getRow(1).getCell(0);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
    }
  }

  @Test
  void isPlainJson() {
    JsonNode json =
        new JsonMapper().valueToTree(Balance.of(land().add(LandUse.GREEN, 1.5).list(), newZone(2)));
    assertThat(json.path("rows").path(0).path("landUse").asString()).isEqualTo("GREEN");
    assertThat(json.path("rows").path(0).path("areaM2").asLong()).isEqualTo(15_000);
    assertThat(json.path("total").path("sharePct").asDouble()).isEqualTo(100);
    assertThat(json.path("unplannedM2").asLong()).isEqualTo(5_000);
    List<String> names = new ArrayList<>(json.propertyNames());
    assertThat(names).doesNotContain("csv", "xlsx");
  }
}

package vn.khuxuong.zoning.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.plan.PlanStatus;

/** What is on paper, measured and read back. */
class PrintSheetTest {
  private static final double POINTS_PER_MM = 72 / 25.4;
  private static final int INDUSTRY = 0xd9c2cf;
  private static final int WHITE = 0xffffff;

  @ParameterizedTest
  @CsvSource({"500,A1", "1000,A1", "2000,A3", "5000,A4", "10000,A0"})
  void hundredMetresMeasureRightInTheFile(int scale, String paper) throws IOException {
    Zone zone = Drawings.zone(140, 120);
    Subzone square =
        Drawings.subzone("CN-01", LandUse.INDUSTRY, Drawings.rectangle(20, 10, 100, 100));
    byte[] pdf =
        Drawings.print(
                zone, List.of(square), PlanStatus.PUBLISHED, "scale=" + scale, "paper=" + paper)
            .pdf(1);
    double expected = 100_000.0 / scale * POINTS_PER_MM;
    assertThat(Drawings.paths(pdf, 0))
        .anySatisfy(
            box -> {
              assertThat(box.getWidth()).isCloseTo(expected, within(expected * 0.0002));
              assertThat(box.getHeight()).isCloseTo(expected, within(expected * 0.0002));
            });
  }

  @Test
  void hundredMetresMeasureRightOnThePrintedPicture() throws IOException {
    Zone zone = Drawings.zone(140, 110);
    List<Subzone> subzones =
        List.of(
            Drawings.subzone("CN-01", LandUse.INDUSTRY, Drawings.rectangle(20, 50, 12, 12)),
            Drawings.subzone("CN-02", LandUse.INDUSTRY, Drawings.rectangle(120, 50, 12, 12)));
    byte[] pdf =
        Drawings.print(zone, subzones, PlanStatus.PUBLISHED, "scale=1000", "paper=A4").pdf(1);
    BufferedImage picture = picture(pdf, 300);
    Layout layout = Layout.of(Paper.A4, true);
    // two metres above the lower edge of both squares: below their labels
    MapWindow window =
        MapWindow.around(Drawings.EAST + 70, Drawings.NORTH + 55, 1000, layout.map());
    int y = (int) Math.round(picture.getHeight() - window.y(Drawings.NORTH + 52) / 25.4 * 300);
    int first = -1;
    int second = -1;
    for (int x = (int) (layout.map().left() / 25.4 * 300); x < picture.getWidth(); x++) {
      boolean inside = (picture.getRGB(x, y) & WHITE) == INDUSTRY;
      if (inside && first < 0) {
        first = x;
      } else if (inside && second < 0 && x > first + 600) {
        second = x;
      }
    }
    double mm = (second - first) * 25.4 / 300;
    assertThat(mm).isCloseTo(100, within(0.2));
  }

  @Test
  void pageSaysWhichGroundItsMapShows() throws IOException {
    Zone zone = Drawings.zone(140, 110);
    byte[] pdf =
        Drawings.print(
                zone,
                List.of(
                    Drawings.subzone("CN-01", LandUse.INDUSTRY, Drawings.rectangle(0, 0, 9, 9))),
                PlanStatus.PUBLISHED,
                "scale=1000",
                "paper=A4")
            .pdf(1);
    MapWindow window =
        MapWindow.around(
            Drawings.EAST + 70, Drawings.NORTH + 55, 1000, Layout.of(Paper.A4, true).map());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      COSDictionary viewport =
          (COSDictionary)
              document.getPage(0).getCOSObject().getCOSArray(COSName.getPDFName("VP")).getObject(0);
      COSDictionary measure = viewport.getCOSDictionary(COSName.getPDFName("Measure"));
      COSArray degrees = measure.getCOSArray(COSName.getPDFName("GPTS"));
      assertThat(measure.getCOSDictionary(COSName.getPDFName("GCS")).getInt("EPSG"))
          .isEqualTo(9210);
      // as a reader with single precision sees it: a metre at best
      double[] corner = {number(degrees, 1), number(degrees, 0)};
      CoordinateOperation.between(Crs.EPSG_4756, Crs.EPSG_9210).apply(corner);
      assertThat(corner[0]).isCloseTo(window.west(), within(2.0));
      assertThat(corner[1]).isCloseTo(window.south(), within(2.0));
    }
  }

  private static double number(COSArray array, int index) {
    return ((COSNumber) array.getObject(index)).floatValue();
  }

  @Test
  void holeStaysAHole() throws IOException {
    Zone zone = Drawings.zone(120, 100);
    Subzone ring =
        Drawings.subzone(
            "CN-01",
            LandUse.INDUSTRY,
            Drawings.ring(Drawings.rectangle(10, 10, 100, 80), Drawings.rectangle(45, 35, 30, 30)));
    byte[] pdf =
        Drawings.print(zone, List.of(ring), PlanStatus.PUBLISHED, "scale=1000", "paper=A4").pdf(1);
    BufferedImage picture = picture(pdf, 72);
    MapWindow window =
        MapWindow.around(
            Drawings.EAST + 60, Drawings.NORTH + 50, 1000, Layout.of(Paper.A4, true).map());
    assertThat(colour(picture, window, 60, 40)).isEqualTo(WHITE);
    assertThat(colour(picture, window, 100, 20)).isEqualTo(INDUSTRY);
  }

  @Test
  void sameInputMakesTheSameBytesInWhateverOrderItComes() {
    List<Subzone> subzones = new ArrayList<>(Drawings.phamVanHai());
    byte[] first = phamVanHai(subzones);
    Collections.shuffle(subzones, new Random(3));
    assertThat(phamVanHai(subzones)).isEqualTo(first);
  }

  private static byte[] phamVanHai(List<Subzone> subzones) {
    return Drawings.print(
            Drawings.PHAM_VAN_HAI, subzones, PlanStatus.DRAFT, "scale=10000", "paper=A3")
        .pdf(42);
  }

  @Test
  void draftSaysWhatItIsInVietnamese() throws IOException {
    Zone zone = Drawings.zone(400, 300);
    String text =
        Drawings.text(
            Drawings.print(zone, blocks(zone, 4), PlanStatus.DRAFT, "paper=A3").pdf(1), null);
    assertThat(text)
        .contains("Bảnnháp,chưaphêduyệt")
        .contains("ĐồánquyhoạchphânkhuBếnMới,ễữặ")
        .contains("KhucôngnghiệpBếnMới(BM)")
        .contains("Tỷlệ1:2.000")
        .contains("VN-2000,kinhtuyếntrục105°45′,múi3°(EPSG:9210)")
        .contains("Sốminhhọa,khôngcógiátrịpháplý")
        .contains("Cânbằngsửdụngđấttoànkhu")
        .contains("12,0000")
        .contains("Chúgiải")
        .contains("CN-001")
        .contains("E600200")
        .contains("N1190200")
        .contains("Ngườivẽ")
        .contains("lan")
        .contains("Mãnộidung(sha256)");
  }

  @Test
  void publishedPlanInEnglishNamesItsDecisionAndNobody() throws IOException {
    Zone zone = Drawings.zone(400, 300);
    String text =
        Drawings.text(
            Drawings.print(zone, blocks(zone, 4), PlanStatus.PUBLISHED, "lang=en", "paper=A4")
                .pdf(1),
            null);
    assertThat(text)
        .contains("Published;decisionno.12/QĐ-BQLof15Sep2026")
        .contains("BenMoiIndustrialPark")
        .contains("Land-usebalanceofthezone")
        .contains("12.0000")
        .doesNotContain("minh")
        .doesNotContain("Drawnby")
        .doesNotContain("notapproved");
  }

  @Test
  void cadastralColoursLeadWithTheirCodes() throws IOException {
    String text =
        Drawings.text(
            Drawings.print(
                    Drawings.PHAM_VAN_HAI,
                    Drawings.phamVanHai(),
                    PlanStatus.PUBLISHED,
                    "palette=cadastral")
                .pdf(1),
            null);
    assertThat(text).contains("SKK").contains("DRA").contains("DTL").contains("DGT");
  }

  @ParameterizedTest
  @CsvSource({"A4,landscape", "A3,portrait", "A2,landscape", "A1,portrait", "A0,landscape"})
  void everySubzoneButRoadsIsNamedOnASheetOfTheWholeZone(String paper, String orientation)
      throws IOException {
    PrintSheet print =
        Drawings.print(
            Drawings.PHAM_VAN_HAI,
            Drawings.phamVanHai(),
            PlanStatus.PUBLISHED,
            "paper=" + paper,
            "orientation=" + orientation);
    byte[] pdf = print.pdf(1);
    assertThat(pages(pdf)).isEqualTo(1);
    String text = Drawings.text(pdf, null);
    for (Subzone subzone : Drawings.phamVanHai()) {
      if (subzone.landUse() != LandUse.ROAD) {
        assertThat(text).contains(subzone.code());
      }
    }
  }

  @Test
  void labelsNeverLieOnOneAnother() throws IOException {
    Zone zone = Drawings.zone(1500, 1100);
    SheetRequest request = Drawings.request("paper=A4");
    MapWindow window =
        MapWindow.around(
            Drawings.EAST + 750, Drawings.NORTH + 550, 10_000, Layout.of(Paper.A4, true).map());
    try (PDDocument document = new PDDocument()) {
      vn.khuxuong.maps.style.Styles styles =
          vn.khuxuong.maps.style.Styles.in(java.nio.file.Path.of("maps/styles"));
      Look look =
          new Look(
              styles.find("subzones", "default").orElseThrow(),
              styles.find("zones", "default").orElseThrow(),
              styles.patterns());
      List<Subzone> subzones = blocks(zone, 400);
      Labels.Placed placed =
          new Labels(new Faces(document), look, Language.VI, request.paper(), window)
              .place(subzones);
      assertThat(placed.seen()).hasSize(400);
      List<Envelope> boxes = new ArrayList<>();
      for (Labels.Label label : placed.labels()) {
        if (label.angle() == 0) {
          Envelope box =
              new Envelope(
                  new Coordinate(
                      label.x() - label.width() / 2 + 0.01, label.y() - label.height() / 2 + 0.01),
                  new Coordinate(
                      label.x() + label.width() / 2 - 0.01, label.y() + label.height() / 2 - 0.01));
          assertThat(boxes).noneMatch(box::intersects);
          boxes.add(box);
        }
      }
      assertThat(boxes).hasSizeGreaterThan(100);
    }
  }

  @Test
  void zoneLargerThanThePaperBecomesAnAtlasBehindAKeyMap() throws IOException {
    Zone zone = Drawings.zone(500, 300);
    byte[] pdf =
        Drawings.print(zone, blocks(zone, 15), PlanStatus.PUBLISHED, "scale=500", "paper=A2")
            .pdf(1);
    assertThat(pages(pdf)).isEqualTo(7);
    assertThat(Drawings.text(pdf, 1)).contains("Sơđồghép6tờtỷlệ1:500");
    assertThat(Drawings.text(pdf, 2)).contains("tiếptờ2").contains("tiếptờ4").contains("1/6");
    assertThat(Drawings.text(pdf, 6)).contains("tiếptờ2").contains("tiếptờ4").contains("tiếptờ6");
  }

  @Test
  void centreGivesOneSheet() throws IOException {
    Zone zone = Drawings.zone(500, 300);
    byte[] pdf =
        Drawings.print(
                zone,
                blocks(zone, 15),
                PlanStatus.PUBLISHED,
                "scale=500",
                "paper=A4",
                "center=600250,1190150")
            .pdf(1);
    assertThat(pages(pdf)).isEqualTo(1);
    assertThat(Drawings.text(pdf, 1)).contains("Tríchbảnđồquyhoạchsửdụngđất");
  }

  @Test
  void tooManyPagesAreRefusedWithWhatWouldFit() {
    assertThatThrownBy(
            () ->
                Drawings.print(
                    Drawings.PHAM_VAN_HAI,
                    Drawings.phamVanHai(),
                    PlanStatus.PUBLISHED,
                    "scale=500",
                    "paper=A3"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.members()).containsEntry("field", "scale");
              assertThat(problem.remedy(Language.EN)).contains("scale=2000").contains("center=");
            });
    assertThatThrownBy(
            () ->
                Drawings.print(
                    Drawings.PHAM_VAN_HAI,
                    Drawings.phamVanHai(),
                    PlanStatus.PUBLISHED,
                    "scale=500",
                    "center=600000,1100000"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.remedy(Language.EN)).contains("E 58"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "scale;3000",
        "scale;1:2000",
        "paper;B1",
        "orientation;up",
        "lang;fr",
        "palette;rainbow",
        "center;here",
        "center;NaN,1"
      })
  void badParameterIsRefusedByName(String name, String value) {
    assertThatThrownBy(() -> Drawings.request(name + "=" + value))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.members()).containsEntry("field", name);
              assertThat(problem.remedy(Language.VI)).isNotBlank();
              assertThat(problem.remedy(Language.EN)).isNotBlank();
            });
  }

  /** The zone cut into equal blocks of all land uses in turn. */
  private static List<Subzone> blocks(Zone zone, int count) {
    int columns = (int) Math.ceil(Math.sqrt(count));
    int rows = (count + columns - 1) / columns;
    Envelope all = zone.outline().getEnvelopeInternal();
    double width = all.getWidth() / columns;
    double height = all.getHeight() / rows;
    List<Subzone> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int row = i / columns;
      blocks.add(
          Drawings.subzone(
              String.format("CN-%03d", i + 1),
              i % 2 == 0 ? LandUse.INDUSTRY : LandUse.SUPPORT,
              Drawings.rectangle(i % columns * width, row * height, width, height)));
    }
    return blocks;
  }

  private static int pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }

  private static BufferedImage picture(byte[] pdf, int dpi) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(0, dpi);
    }
  }

  private static int colour(BufferedImage picture, MapWindow window, double east, double north) {
    int x = (int) (window.x(Drawings.EAST + east) * POINTS_PER_MM);
    int y = (int) (picture.getHeight() - window.y(Drawings.NORTH + north) * POINTS_PER_MM);
    return picture.getRGB(x, y) & WHITE;
  }
}

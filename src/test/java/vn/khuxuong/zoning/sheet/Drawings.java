package vn.khuxuong.zoning.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.zoning.ContentHash;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.PlanFile;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.ZonesFile;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanStatus;

/** An invented zone of rectangles, the seeded plan of Phạm Văn Hai, and their printed sheets. */
final class Drawings {
  static final double EAST = 600_000;
  static final double NORTH = 1_190_000;
  static final Zone PHAM_VAN_HAI = ZonesFile.get(Path.of("maps/boundaries/zones.geojson"), "PVH");
  private static final Styles STYLES = Styles.in(Path.of("maps/styles"));

  private Drawings() {}

  /** The seeded plan. */
  static List<Subzone> phamVanHai() {
    try {
      String text = Files.readString(Path.of("maps/plans/PVH-1.geojson"));
      return PlanFile.read(GeoJson.parse(text), PHAM_VAN_HAI).subzones();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Polygon rectangle(double east, double north, double width, double height) {
    return (Polygon)
        Crs.EPSG_9210
            .geometryFactory()
            .toGeometry(
                new Envelope(
                    EAST + east, EAST + east + width, NORTH + north, NORTH + north + height));
  }

  /** A rectangle with a rectangular hole. */
  static Polygon ring(Polygon outer, Polygon inner) {
    return Crs.EPSG_9210
        .geometryFactory()
        .createPolygon(outer.getExteriorRing(), new LinearRing[] {inner.getExteriorRing()});
  }

  static Zone zone(double width, double height) {
    Polygon outline = rectangle(0, 0, width, height);
    return new Zone(
        "BM",
        "Khu công nghiệp Bến Mới",
        "Ben Moi Industrial Park",
        Zone.Kind.IP,
        true,
        false,
        outline.getArea() / 10_000,
        null,
        null,
        null,
        Crs.EPSG_9210,
        outline);
  }

  static Subzone subzone(String code, LandUse use, Polygon shape) {
    String uid = UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)).toString();
    return new Subzone(
        uid, code, use, use.nameVi(), use.nameEn(), null, 1, 70.0, 5, 2.8, null, null, shape);
  }

  static Plan plan(Zone zone, PlanStatus status) {
    boolean decided = status == PlanStatus.PUBLISHED;
    return new Plan(
        7,
        zone.code(),
        zone.legal(),
        1,
        status,
        "Đồ án quy hoạch phân khu Bến Mới, ễ ữ ặ",
        "Subzone plan of Ben Moi",
        2000,
        "GENERAL",
        null,
        "lan",
        false,
        null,
        decided ? "minh" : null,
        decided ? "12/QĐ-BQL" : null,
        decided ? LocalDate.of(2026, 9, 15) : null,
        "Ban quản lý các khu công nghiệp",
        "Industrial zones authority",
        null,
        null,
        null,
        null,
        null,
        "ILLUSTRATIVE",
        1,
        3,
        OffsetDateTime.parse("2026-11-01T00:00:00Z"));
  }

  static SheetRequest request(String... parameters) {
    Map<String, String> map = new java.util.HashMap<>();
    for (String parameter : parameters) {
      String[] parts = parameter.split("=", 2);
      map.put(parts[0], parts[1]);
    }
    return SheetRequest.parse(
        map.get("scale"),
        map.getOrDefault("paper", "A1"),
        map.getOrDefault("orientation", "landscape"),
        map.get("lang"),
        map.getOrDefault("palette", "planning"),
        map.get("center"),
        "en".equals(map.get("lang")) ? Language.EN : Language.VI);
  }

  static PrintSheet print(
      Zone zone, List<Subzone> subzones, PlanStatus status, String... parameters) {
    SheetPlan sheet =
        SheetPlan.of(
            plan(zone, status),
            3,
            zone,
            subzones,
            ContentHash.of(subzones, zone.legal()),
            status == PlanStatus.DRAFT);
    SheetRequest request = request(parameters);
    String palette = request.cadastral() ? "dia-chinh" : Styles.DEFAULT;
    return new PrintSheet(
        sheet,
        request,
        new Look(
            STYLES.find("subzones", palette).orElseThrow(),
            STYLES.find("zones", Styles.DEFAULT).orElseThrow(),
            STYLES.patterns()));
  }

  /** What can be read, without white space, since turned words come letter by letter. */
  static String text(byte[] pdf, @Nullable Integer page) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      if (page != null) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
      }
      return stripper.getText(document).replaceAll("\\s+", "");
    }
  }

  /** Bounding boxes in points of all closed paths of a page. */
  static List<Envelope> paths(byte[] pdf, int page) throws IOException {
    List<Envelope> boxes = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<Double> numbers = new ArrayList<>();
      Envelope box = new Envelope();
      for (Object token : new PDFStreamParser(document.getPage(page)).parse()) {
        if (token instanceof COSNumber number) {
          numbers.add((double) number.floatValue());
          continue;
        }
        if (token instanceof Operator operator) {
          switch (operator.getName()) {
            case "m" -> {
              box = new Envelope();
              box.expandToInclude(new Coordinate(numbers.get(0), numbers.get(1)));
            }
            case "l" -> box.expandToInclude(new Coordinate(numbers.get(0), numbers.get(1)));
            case "h" -> boxes.add(box);
            default -> {}
          }
        }
        numbers.clear();
      }
    }
    return boxes;
  }
}

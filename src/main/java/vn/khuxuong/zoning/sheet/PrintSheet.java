package vn.khuxuong.zoning.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.zoning.Subzone;

/** Makes the PDF of a plan. The same plan, request and look make the same bytes. */
final class PrintSheet {
  private final SheetPlan sheet;
  private final SheetRequest request;
  private final Look look;
  private final Layout layout;
  private final Language language;
  private final Atlas atlas;

  PrintSheet(SheetPlan sheet, SheetRequest request, Look look) {
    this.sheet = sheet;
    this.request = request;
    this.look = look;
    this.layout = Layout.of(request.paper(), request.landscape());
    this.language = request.language();
    List<Geometry> shapes = new ArrayList<>();
    shapes.add(sheet.zone().outline());
    sheet.subzones().forEach(subzone -> shapes.add(subzone.shape()));
    this.atlas = Atlas.of(request, shapes);
  }

  /** Denominator of the sheets' scale. */
  int scale() {
    return atlas.sheets().get(0).window().scale();
  }

  /** Name of the file, such as {@code PVH-1-1_2000-A1.pdf}. */
  String fileName() {
    return TitleBlock.name(sheet.plan()) + "-1_" + scale() + "-" + request.paper() + ".pdf";
  }

  /**
   * The file.
   *
   * @param id goes into the document's identifier; the same for the same content only
   */
  byte[] pdf(long id) {
    try (PDDocument document = new PDDocument()) {
      describe(document);
      Faces faces = new Faces(document);
      Hatches hatches = new Hatches(request.paper().pixelMm());
      if (atlas.key() != null) {
        page(document, faces, hatches, atlas.key(), null);
      }
      for (Atlas.Sheet one : atlas.sheets()) {
        page(document, faces, hatches, one.window(), one);
      }
      // without it the identifier would hang on the clock
      document.setDocumentId(id);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void describe(PDDocument document) {
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(language.choose(sheet.plan().titleVi(), sheet.plan().titleEn()));
    about.setSubject(Words.status(sheet.plan(), language));
    about.setCreator("Khuxuong");
    about.setKeywords("sha256 " + sheet.contentSha256());
    document.setDocumentInformation(about);
    document.getDocumentCatalog().setLanguage(language.tag());
  }

  /**
   * One page.
   *
   * @param one the sheet, null for the key map
   */
  private void page(
      PDDocument document,
      Faces faces,
      Hatches hatches,
      MapWindow window,
      Atlas.@Nullable Sheet one)
      throws IOException {
    Box size = layout.page();
    PDPage page = new PDPage(new PDRectangle(Pen.pt(size.width()), Pen.pt(size.height())));
    document.addPage(page);
    Georeference.add(page, window, sheet.plan().legal());
    List<Subzone> shown =
        sheet.subzones().stream()
            .filter(s -> window.ground().intersects(s.shape().getEnvelopeInternal()))
            .toList();
    try (Pen pen = new Pen(document, page, faces)) {
      MapPainter painter =
          new MapPainter(pen, hatches, look, request.paper().pixelMm(), window.scale());
      SheetFrame frame = new SheetFrame(pen, layout, language);
      Labels labels = new Labels(faces, look, language, request.paper(), window);
      Labels.Placed placed = one == null ? labels.unplaced(shown) : labels.place(shown);
      frame.margins(window, one == null ? Map.of() : one.neighbours());
      int named =
          new Panel(pen, layout, sheet, request, painter, title(faces, window, one))
              .draw(window, shown, placed);
      String mark = Words.mark(sheet, language);
      pen.clipped(
          window.paper(),
          () -> {
            painter.subzones(shown, window);
            painter.outline(sheet.zone().outline(), window);
            frame.crosses(window);
            if (!mark.isEmpty()) {
              frame.mark(mark, window.paper());
            }
            Labels.draw(placed.upTo(named), pen);
            if (one == null) {
              frame.keys(atlas, window);
            }
          });
      frame.neatline(window);
    }
  }

  private TitleBlock title(Faces faces, MapWindow window, Atlas.@Nullable Sheet one)
      throws IOException {
    String drawing =
        request.centre() == null
            ? language.choose("Bản đồ quy hoạch sử dụng đất", "Land-use plan")
            : language.choose("Trích bản đồ quy hoạch sử dụng đất", "Extract of the land-use plan");
    String number = one == null ? "–" : one.number() + "/" + atlas.sheets().size();
    String page =
        one == null
            ? language.choose(
                "Sơ đồ ghép "
                    + atlas.sheets().size()
                    + " tờ tỷ lệ "
                    + Words.scale(scale(), language),
                "Key map of "
                    + atlas.sheets().size()
                    + " sheets at "
                    + Words.scale(scale(), language))
            : drawing;
    double width = layout.columns().get(layout.columns().size() - 1).width();
    return new TitleBlock(faces, layout, width, sheet, request, window.scale(), page, number);
  }
}

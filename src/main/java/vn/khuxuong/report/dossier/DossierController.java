package vn.khuxuong.report.dossier;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.report.indicator.Asked;
import vn.khuxuong.report.indicator.DossierFigures;
import vn.khuxuong.report.indicator.MakeReport;

/** The dossier as a file; that of the last edition unless the authority's staff ask. */
@RestController
class DossierController {
  private final MakeReport reports;
  private final DossierStore store;

  DossierController(MakeReport reports, DossierStore store) {
    this.reports = reports;
    this.store = store;
  }

  /**
   * The dossier of the conversion scheme, in Vietnamese.
   *
   * @param on day in force, today where not given
   * @param known day whose knowledge is asked, today where not given
   */
  @GetMapping("/api/v1/indicators/dossier.pdf")
  ResponseEntity<byte[]> dossier(
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable String known,
      @RequestParam(defaultValue = "false") boolean illustrative) {
    DossierFigures figures = reports.dossier(Asked.read(on, known, illustrative));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("ho-so-de-an-" + figures.on() + ".pdf")
                .build()
                .toString())
        .cacheControl(CacheControl.noStore())
        .body(DossierPdf.write(figures, store.zones()));
  }
}

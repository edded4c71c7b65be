package vn.khuxuong.report.ledger;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.report.ReportAccess;
import vn.khuxuong.report.ledger.OpeningStore.OpeningRow;

/** Balances as they were published, in and out. */
@RestController
@RequestMapping("/api/v1/indicators/openings")
class OpeningController {
  private final Openings openings;
  private final OpeningStore store;
  private final ReportAccess access;

  OpeningController(Openings openings, OpeningStore store, ReportAccess access) {
    this.openings = openings;
    this.store = store;
    this.access = access;
  }

  /** Published balances with their sources, the newest day first. */
  @GetMapping
  List<OpeningRow> openings() {
    return store.openings();
  }

  /** Records a balance that was published. */
  @PostMapping
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<Map<String, String>> record(@RequestBody Openings.Asked asked) {
    String code = openings.record(asked, access.caller());
    return ResponseEntity.created(URI.create("/api/v1/indicators/openings"))
        .body(Map.of("code", code));
  }
}

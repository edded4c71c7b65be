package vn.khuxuong.tenancy.firm;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/firms}: a firm registers itself, reads and changes its profile. */
@RestController
class FirmController {
  private static final String FIRM = "hasRole('FIRM')";
  private static final String FIRM_OR_OFFICER = "hasAnyRole('FIRM', 'OFFICER')";

  private final KeepProfile keep;
  private final FirmAccess access;
  private final LawStore law;

  FirmController(KeepProfile keep, FirmAccess access, LawStore law) {
    this.keep = keep;
    this.access = access;
    this.law = law;
  }

  /** Answer of {@code /api/v1/supporting-products}. */
  record ProductsJson(
      List<LawStore.SupportingProduct> products, String sourceVi, String sourceEn) {}

  @GetMapping("/api/v1/supporting-products")
  ProductsJson products() {
    return new ProductsJson(
        law.supportingProducts(),
        "Nghị định 111/2015/NĐ-CP, phụ lục, sửa đổi bởi Nghị định 205/2025/NĐ-CP (tên rút gọn)",
        "Decree 111/2015/ND-CP, annex, as amended by Decree 205/2025/ND-CP (names shortened)");
  }

  @PostMapping("/api/v1/firms")
  @PreAuthorize(FIRM)
  ResponseEntity<FirmJson> register(@RequestBody FirmAsked asked) {
    Firm made = keep.register(asked);
    return answer(ResponseEntity.created(URI.create("/api/v1/firms/" + made.code())), made);
  }

  @GetMapping("/api/v1/firms/{code}")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<FirmJson> get(@PathVariable String code) {
    return answer(ResponseEntity.ok(), access.get(code));
  }

  @PutMapping("/api/v1/firms/{code}")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<FirmJson> change(
      @PathVariable String code,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody FirmAsked asked) {
    return answer(ResponseEntity.ok(), keep.change(code, ifMatch, asked));
  }

  private ResponseEntity<FirmJson> answer(ResponseEntity.BodyBuilder answer, Firm firm) {
    return answer
        .eTag(firm.etag())
        .cacheControl(CacheControl.noStore().cachePrivate())
        .body(FirmJson.of(firm, law.sizeLimits(), law.industryNames()));
  }
}

package vn.khuxuong.tenancy.application;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.khuxuong.platform.file.StoredFile;
import vn.khuxuong.tenancy.firm.Faults;

/** {@code /api/v1/applications/{code}/documents}: papers, for the firm and for officers. */
@RestController
@RequestMapping("/api/v1/applications/{code}/documents")
class DocumentController {
  private static final String FIRM = "hasRole('FIRM')";
  private static final String FIRM_OR_OFFICER = "hasAnyRole('FIRM', 'OFFICER')";

  private final KeepDocuments keep;
  private final DocumentStore documents;
  private final ApplicationAccess access;

  DocumentController(KeepDocuments keep, DocumentStore documents, ApplicationAccess access) {
    this.keep = keep;
    this.documents = documents;
    this.access = access;
  }

  /** Papers of an application, with the entity tag it now has. */
  record DocumentsJson(
      String application, String applicationEtag, List<DocumentStore.Document> documents) {}

  @GetMapping
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<DocumentsJson> list(@PathVariable String code) {
    return answer(ResponseEntity.ok(), access.readable(code));
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @PreAuthorize(FIRM)
  ResponseEntity<DocumentsJson> add(
      @PathVariable String code,
      @RequestParam("file") MultipartFile file,
      @RequestParam(required = false) @Nullable String kind)
      throws IOException {
    Faults faults = new Faults();
    DocumentKind of = faults.choice("kind", kind, DocumentKind.class).orElse(DocumentKind.OTHER);
    faults.refuse(ApplicationProblem.BAD_DOCUMENT);
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    KeepDocuments.Added added = keep.add(code, of, name, file.getBytes());
    return answer(
        ResponseEntity.created(
            URI.create(
                "/api/v1/applications/" + added.application().code() + "/documents/" + added.no())),
        added.application());
  }

  /** The file itself, to be kept and never shown in our pages. */
  @GetMapping("/{n}")
  @PreAuthorize(FIRM_OR_OFFICER)
  ResponseEntity<byte[]> get(@PathVariable String code, @PathVariable int n) {
    StoredFile content = keep.get(code, n);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(content.mediaType()))
        .eTag("\"" + content.sha256() + "\"")
        .cacheControl(CacheControl.noStore().cachePrivate())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(content.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content.bytes());
  }

  @DeleteMapping("/{n}")
  @PreAuthorize(FIRM)
  ResponseEntity<DocumentsJson> remove(@PathVariable String code, @PathVariable int n) {
    return answer(ResponseEntity.ok(), keep.remove(code, n));
  }

  private ResponseEntity<DocumentsJson> answer(
      ResponseEntity.BodyBuilder answer, KeptApplication application) {
    return answer
        .cacheControl(CacheControl.noStore())
        .body(
            new DocumentsJson(
                application.code(), application.etag(), documents.list(application.id())));
  }
}

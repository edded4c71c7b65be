package vn.khuxuong.report.register;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.report.register.NumberText.Style;
import vn.khuxuong.report.register.RegisterStore.StoredRegister;

/** Registers into the ledger: a report first, then one decision. */
@RestController
@RequestMapping("/api/v1/indicators/registers")
class RegisterController {
  private static final long MOST_BYTES = 5_000_000;

  private final Registers registers;

  RegisterController(Registers registers) {
    this.registers = registers;
  }

  /** A register as its officer sees it. */
  record RegisterJson(
      UUID id, String fileName, String state, String reading, @JsonRawValue String report) {}

  /** What confirming needs to be told. */
  record Confirmation(@Nullable String reading, @Nullable Boolean leaveOutFaulty) {}

  /** Headings that are understood, to begin a register with. */
  @GetMapping("/template.csv")
  ResponseEntity<byte[]> template() {
    String heading =
        Columns.HEADINGS.values().stream()
            .map(words -> words.get(0))
            .collect(Collectors.joining(","));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"danh-muc-du-an.csv\"")
        .body(("\ufeff" + heading + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a register, XLSX or CSV, and reports on every line; nothing is recorded.
   *
   * @param numbers how it writes numbers: auto, vi (1.532,5) or en (1,532.5)
   */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<RegisterJson> read(
      @RequestParam("file") MultipartFile file, @RequestParam(defaultValue = "auto") String numbers)
      throws IOException {
    if (file.getSize() > MOST_BYTES) {
      throw ApiProblem.TOO_LARGE
          .with("Tệp lớn hơn 5 MB.", "The file is larger than 5 MB.")
          .field("file")
          .remedy("Chia thành nhiều tệp.", "Send it in parts.");
    }
    UUID id =
        registers.read(
            file.getBytes(),
            Optional.ofNullable(file.getOriginalFilename()).orElse(""),
            style(numbers));
    return ResponseEntity.created(URI.create("/api/v1/indicators/registers/" + id))
        .cacheControl(CacheControl.noStore())
        .body(json(registers.get(id)));
  }

  /** Registers of the caller that are neither confirmed nor discarded, the newest first. */
  @GetMapping
  @PreAuthorize("hasRole('OFFICER')")
  List<RegisterStore.OpenRegister> open() {
    return registers.open();
  }

  @GetMapping("/{id}")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<RegisterJson> get(@PathVariable UUID id) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json(registers.get(id)));
  }

  /** Records what was read, wholly or not at all. */
  @PostMapping("/{id}/confirm")
  @PreAuthorize("hasRole('OFFICER')")
  Map<String, Integer> confirm(@PathVariable UUID id, @RequestBody Confirmation body) {
    return Map.of(
        "recorded",
        registers.confirm(
            id,
            body.reading() == null ? "" : body.reading(),
            Boolean.TRUE.equals(body.leaveOutFaulty())));
  }

  @DeleteMapping("/{id}")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<Void> discard(@PathVariable UUID id) {
    registers.discard(id);
    return ResponseEntity.noContent().build();
  }

  private static Style style(String numbers) {
    return switch (numbers.toLowerCase(Locale.ROOT)) {
      case "auto" -> Style.UNKNOWN;
      case "vi" -> Style.VI;
      case "en" -> Style.EN;
      default ->
          throw ApiProblem.BAD_PARAMETER
              .with("Không có kiểu số này.", "There is no such style of numbers.")
              .field("numbers")
              .remedy("auto, vi hoặc en.", "auto, vi or en.");
    };
  }

  private static RegisterJson json(StoredRegister stored) {
    return new RegisterJson(
        stored.id(),
        stored.fileName(),
        stored.state().name(),
        stored.readingSha256(),
        stored.report());
  }
}

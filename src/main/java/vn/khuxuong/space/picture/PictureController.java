package vn.khuxuong.space.picture;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.khuxuong.platform.file.FileType;
import vn.khuxuong.platform.file.StoredFile;
import vn.khuxuong.space.SpaceProblem;

/** {@code /api/v1/buildings/{code}/pictures}: photos and plans of a building. */
@RestController
@RequestMapping("/api/v1/buildings/{code}/pictures")
class PictureController {
  private static final Duration FRESH = Duration.ofHours(1);

  private final KeepPictures keep;
  private final PictureStore pictures;

  PictureController(KeepPictures keep, PictureStore pictures) {
    this.keep = keep;
    this.pictures = pictures;
  }

  /** Pictures of a building, photos first. */
  record PicturesJson(String building, List<PictureStore.Picture> pictures) {}

  @GetMapping
  ResponseEntity<PicturesJson> list(@PathVariable String code) {
    if (!pictures.hasBuilding(code)) {
      throw KeepPictures.unknownBuilding(code);
    }
    return answer(ResponseEntity.ok(), code);
  }

  /** The file itself. What is no picture is kept, never shown in our pages. */
  @GetMapping("/{id}")
  ResponseEntity<byte[]> get(@PathVariable String code, @PathVariable long id) {
    StoredFile content = pictures.find(code, id).orElseThrow(() -> KeepPictures.unknown(id));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(MediaType.parseMediaType(content.mediaType()))
            .eTag("\"" + content.sha256() + "\"")
            .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Security-Policy", "sandbox; default-src 'none'");
    if (content.mediaType().equals(FileType.PDF.mediaType())) {
      answer.header(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(code + "-" + id + ".pdf").build().toString());
    }
    return answer.body(content.bytes());
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @PreAuthorize(KeepPictures.STAFF)
  ResponseEntity<PicturesJson> add(
      @PathVariable String code,
      @RequestParam("file") MultipartFile file,
      @RequestParam(defaultValue = "PHOTO") String kind,
      @RequestParam(defaultValue = "") String altVi,
      @RequestParam(defaultValue = "") String altEn,
      Authentication who)
      throws IOException {
    PictureKind of =
        Arrays.stream(PictureKind.values())
            .filter(one -> one.name().equals(kind))
            .findFirst()
            .orElseThrow(
                () ->
                    SpaceProblem.BAD_PICTURE
                        .with("kind phải là PHOTO hoặc PLAN.", "kind must be PHOTO or PLAN.")
                        .field("kind"));
    long id = keep.add(code, of, file.getBytes(), altVi, altEn, who.getName());
    return answer(
        ResponseEntity.created(URI.create("/api/v1/buildings/" + code + "/pictures/" + id)), code);
  }

  @DeleteMapping("/{id}")
  @PreAuthorize(KeepPictures.STAFF)
  ResponseEntity<PicturesJson> remove(
      @PathVariable String code, @PathVariable long id, Authentication who) {
    keep.remove(code, id, who.getName());
    return answer(ResponseEntity.ok(), code);
  }

  private ResponseEntity<PicturesJson> answer(ResponseEntity.BodyBuilder answer, String code) {
    return answer
        .cacheControl(CacheControl.noCache())
        .body(new PicturesJson(code, pictures.list(code)));
  }
}

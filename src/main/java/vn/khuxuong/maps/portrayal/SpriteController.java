package vn.khuxuong.maps.portrayal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.layer.Viewer;
import vn.khuxuong.platform.web.EntityTag;

/** The pictures and letters that MapLibre styles refer to. */
@RestController
class SpriteController {

  private static final Pattern SPRITE =
      Pattern.compile("([a-z][a-z0-9_.-]{0,126}?)(@2x)?\\.(json|png)");

  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})-(\\d{1,5})\\.pbf");

  private final StyleDocuments documents;
  private final Glyphs glyphs;
  private final JsonMapper json;

  SpriteController(StyleDocuments documents, Glyphs glyphs, JsonMapper json) {
    this.documents = documents;
    this.glyphs = glyphs;
    this.json = json;
  }

  /**
   * @param file {@code <style>.json}, {@code <style>@2x.png} and so on
   */
  @GetMapping("/styles/sprite/{file}")
  @Nullable ResponseEntity<byte[]> sprite(
      @PathVariable String file, HttpServletRequest request, WebRequest web) {
    Matcher form = SPRITE.matcher(file);
    if (!form.matches()) {
      throw none();
    }
    Sprite sprite =
        documents
            .find(form.group(1), Viewer.roles(request))
            .map(documents::sprite)
            .orElseThrow(SpriteController::none);
    int ratio = form.group(2) == null ? 1 : 2;
    boolean picture = form.group(3).equals("png");
    byte[] content = picture ? sprite.picture(ratio) : json.writeValueAsBytes(sprite.index(ratio));
    String tag = EntityTag.of(content);
    if (web.checkNotModified(tag)) {
      return null;
    }
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(CacheControl.noCache())
        .varyBy("Authorization", "Cookie")
        .contentType(picture ? MediaType.IMAGE_PNG : MediaType.APPLICATION_JSON)
        .body(content);
  }

  /**
   * @param file {@code 0-255.pbf}, {@code 256-511.pbf} and so on
   */
  @GetMapping("/styles/fonts/{stack}/{file}")
  @Nullable ResponseEntity<byte[]> glyphs(
      @PathVariable String stack, @PathVariable String file, WebRequest web) {
    Matcher form = RANGE.matcher(file);
    if (!form.matches()) {
      throw none();
    }
    int first = Integer.parseInt(form.group(1));
    int last = Integer.parseInt(form.group(2));
    Optional<byte[]> content =
        first % 256 == 0 && last == first + 255
            ? glyphs.file(stack, first / 256)
            : Optional.empty();
    byte[] letters = content.orElseThrow(SpriteController::none);
    String tag = EntityTag.of(letters);
    if (web.checkNotModified(tag)) {
      return null;
    }
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
        .contentType(MediaType.parseMediaType("application/x-protobuf"))
        .body(letters);
  }

  private static RuntimeException none() {
    return MapsProblem.UNKNOWN_LAYER.with(
        "Không có tệp này của kiểu bản đồ.", "A style has no such file.");
  }
}

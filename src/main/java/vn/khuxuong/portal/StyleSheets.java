package vn.khuxuong.portal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The public page's style sheets as few files: one request instead of ten, and what repeats between
 * them is packed once. They are put together at start from {@code static/css}, without comments.
 */
@Controller
class StyleSheets {
  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

  private static final Map<String, List<String>> SHEETS =
      Map.of(
          "home",
          List.of("tokens", "base", "shell", "dialog", "panel", "search", "map", "alert"),
          "building",
          List.of("bays", "building", "compare"));

  private final Assets assets;
  private final Map<String, String> contents = new TreeMap<>();

  StyleSheets(Assets assets) throws IOException {
    this.assets = assets;
    for (Map.Entry<String, List<String>> sheet : SHEETS.entrySet()) {
      StringBuilder content = new StringBuilder();
      for (String name : sheet.getValue()) {
        content.append(rules(name));
      }
      contents.put(sheet.getKey(), content.toString());
    }
  }

  /** The address of a sheet, which names its content as those of all files do. */
  String path(String sheet) {
    return assets.path() + "/sheets/" + sheet + ".css";
  }

  @GetMapping("/assets/{version}/sheets/{sheet}.css")
  ResponseEntity<String> sheet(@PathVariable String version, @PathVariable String sheet) {
    String content = contents.get(sheet);
    if (content == null || !assets.path().endsWith("/" + version)) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok().contentType(CSS).cacheControl(Assets.FOR_GOOD).body(content);
  }

  /** Without comments and indentation; our sheets have neither in texts. */
  private static String rules(String name) throws IOException {
    try (InputStream in = new ClassPathResource("static/css/" + name + ".css").getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("(?s)/\\*.*?\\*/", "")
          .replaceAll("\\s*\\n\\s*", "\n");
    }
  }
}

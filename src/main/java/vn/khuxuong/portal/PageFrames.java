package vn.khuxuong.portal;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.Reader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.platform.web.Webjar;

/** Makes the frames of the product's pages: template, words, settings. */
@Component
class PageFrames {
  private final Assets assets;
  private final JsonMapper json;
  private final Mustache.Compiler mustache;
  private final Mustache.TemplateLoader templates;
  private final Map<String, Object> settings;
  private final String leafletVersion;

  PageFrames(
      Assets assets,
      JsonMapper json,
      Mustache.Compiler mustache,
      Mustache.TemplateLoader templates,
      @Value("${khu.basemap-url:}") String basemapUrl,
      @Value("${khu.basemap-attribution:}") String basemapAttribution)
      throws IOException {
    this.assets = assets;
    this.json = json;
    this.mustache = mustache;
    this.templates = templates;
    this.settings =
        Map.of(
            "basemapUrl",
            basemapUrl,
            "basemapAttribution",
            basemapAttribution,
            "chartJs",
            "/webjars/chart.js/" + Webjar.version("chart.js") + "/dist/chart.umd.min.js");
    this.leafletVersion = Webjar.version("leaflet");
  }

  /**
   * A page's frame.
   *
   * @param template name below {@code templates/page}
   * @param words files with its words, a later one wins
   */
  PageFrame frame(String template, List<String> words) throws Exception {
    Map<Language, Words> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      texts.put(language, Words.of(language, words, json));
    }
    try (Reader page = templates.getTemplate("page/" + template)) {
      return new PageFrame(
          assets.path(), leafletVersion, settings, texts, json, mustache.compile(page));
    }
  }
}

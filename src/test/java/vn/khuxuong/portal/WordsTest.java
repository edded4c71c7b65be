package vn.khuxuong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.web.Language;

class WordsTest {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final List<String> FILES =
      List.of(
          "words",
          "search",
          "alert",
          "building",
          "unit",
          "plan",
          "plan-tools",
          "plan-panels",
          "plan-files",
          "plan-steps",
          "form",
          "firm",
          "firm-apply",
          "firm-staff",
          "allocate",
          "allocate-result",
          "conversion",
          "support",
          "indicators",
          "indicators-record");

  private final Words vi = words(Language.VI);
  private final Words en = words(Language.EN);

  private static Words words(Language language) {
    try {
      return Words.of(language, FILES, JsonMapper.builder().build());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void bothLanguagesSayEverything() {
    assertThat(vi.texts().keySet()).isEqualTo(en.texts().keySet());
    assertThat(vi.texts().values()).noneMatch(String::isBlank);
    assertThat(en.texts().values()).noneMatch(String::isBlank);
  }

  @Test
  void bothLanguagesFillTheSamePlaces() {
    for (Map.Entry<String, String> text : vi.texts().entrySet()) {
      assertThat(places(text.getValue()))
          .as(text.getKey())
          .isEqualTo(places(en.text(text.getKey())));
    }
  }

  @Test
  void scriptsAndTemplateUseOnlyWordsThatExist() throws IOException {
    Set<String> missing = new TreeSet<>();
    Pattern inScript = Pattern.compile("\\bt\\(\\s*'(\\w+)'");
    for (Resource script :
        new PathMatchingResourcePatternResolver().getResources("classpath:/static/js/**/*.js")) {
      Matcher uses = inScript.matcher(script.getContentAsString(StandardCharsets.UTF_8));
      uses.results().map(use -> use.group(1)).filter(this::unknown).forEach(missing::add);
    }
    String page = "";
    for (String template :
        List.of(
            "home", "plan", "firm", "unit", "allocate", "conversion", "support", "indicators")) {
      page +=
          new ClassPathResource("templates/page/" + template + ".mustache")
              .getContentAsString(StandardCharsets.UTF_8);
    }
    Matcher uses = Pattern.compile("\\{\\{w\\.(\\w+)}}").matcher(page);
    uses.results().map(use -> use.group(1)).filter(this::unknown).forEach(missing::add);
    assertThat(missing).isEmpty();
  }

  @Test
  void countsOneThingInTheSingular() {
    assertThat(en.count("n_buildings", 1)).isEqualTo("1 building");
    assertThat(en.count("n_buildings", 3)).isEqualTo("3 buildings");
    assertThat(vi.count("n_buildings", 3)).isEqualTo("3 nhà xưởng");
  }

  @Test
  void writesNumbersAsEachLanguageDoes() {
    assertThat(vi.area(12480)).isEqualTo("12.480 m²");
    assertThat(en.area(12480)).isEqualTo("12,480 m²");
    assertThat(vi.number(4.9, 2)).isEqualTo("4,9");
  }

  private boolean unknown(String key) {
    return !vi.texts().containsKey(key);
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(place -> place.group(1)).collect(Collectors.toSet());
  }
}

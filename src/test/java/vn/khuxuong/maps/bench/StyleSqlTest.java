package vn.khuxuong.maps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StyleSqlTest {
  private final StyleSql sql = new StyleSql(14.02);

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  @Test
  void zoomStepsAreDecided() {
    JsonNode width = json("['step', ['zoom'], 0.6, 14, 1.2, 16, 2]");
    assertThat(sql.atZoom(width).doubleValue()).isEqualTo(1.2);
    assertThat(new StyleSql(13.9).atZoom(width).doubleValue()).isEqualTo(0.6);
    assertThat(new StyleSql(16).atZoom(width).doubleValue()).isEqualTo(2);
    assertThat(sql.atZoom(json("['literal', [1, 2]]"))).isEqualTo(json("[1, 2]"));
  }

  @Test
  void matchBecomesACaseThatGivesNullTheLastBranch() {
    assertThat(
            sql.value(
                json("['match', ['get', 'land_use'], ['A', 'B'], '#111', 'C', '#222', '#333']")))
        .isEqualTo(
            "case when \"land_use\" in ('A', 'B') then '#111' when \"land_use\" in ('C') then"
                + " '#222' else '#333' end");
    assertThat(sql.fields()).containsExactly("land_use");
  }

  @Test
  void conditionsAreNeverNull() {
    assertThat(sql.condition(json("['!=', ['get', 'status'], 'PLANNED']")))
        .isEqualTo("(\"status\" is distinct from 'PLANNED')");
    assertThat(sql.condition(json("['!', ['in', ['get', 'a'], ['literal', ['X', 'Y']]]]")))
        .isEqualTo("(not coalesce(\"a\" in ('X', 'Y'), false))");
    assertThat(sql.condition(json("['all', ['==', ['get', 'a'], 1], ['>', ['get', 'b'], 2]]")))
        .isEqualTo("((\"a\" is not distinct from 1) and coalesce(\"b\" > 2, false))");
  }

  @Test
  void numbersAreWrittenAsVietnameseReadThem() {
    assertThat(
            sql.value(
                json(
                    "['concat', ['number-format', ['get', 'm2'], {'max-fraction-digits': 0}], '"
                        + " m²']")))
        .isEqualTo(
            "concat(translate(to_char(round((\"m2\")::numeric, 0), 'FM999,999,999,990'), ',.',"
                + " '.,')::text, ' m²'::text)");
  }

  @Test
  void quotesCannotEndALiteralAndNamesAreChecked() {
    assertThat(sql.value(JsonMapper.shared().readTree("\"it's\""))).isEqualTo("'it''s'");
    assertThatThrownBy(() -> sql.value(json("['get', 'a; drop']")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> sql.value(json("['within', 'x']"))).hasMessageContaining("No SQL for");
  }
}

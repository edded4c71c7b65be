package vn.khuxuong.maps.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;

class CursorTest {

  private static final LayerCatalogue CATALOGUE =
      new LayerCatalogue(Path.of("maps/layers"), layer -> List.of());
  private static final Layer SUBZONES = CATALOGUE.find("subzones").orElseThrow();
  private static final Layer ZONES = CATALOGUE.find("zones").orElseThrow();

  private static final List<SortKey> SORT =
      List.of(
          new SortKey("name_vi", FieldType.STRING, true),
          new SortKey("area_m2", FieldType.NUMBER, false),
          new SortKey("valid_from", FieldType.DATE, false));

  @Test
  void comesBackAsItWent() {
    Cursor cursor = new Cursor(Arrays.asList("Đất “ở”", "1.5e+20", null), "17");
    assertThat(Cursor.parse(cursor.text(SORT), SUBZONES, SORT)).contains(cursor);
    Cursor plain = new Cursor(List.of(), "TT");
    assertThat(Cursor.parse(plain.text(List.of()), ZONES, List.of())).contains(plain);
  }

  @Test
  void belongsToOneOrderAndOneTypeOfKey() {
    Cursor cursor = new Cursor(Arrays.asList("a", "1", "2025-01-01"), "17");
    String text = cursor.text(SORT);
    assertThat(Cursor.parse(text, SUBZONES, List.of())).isEmpty();
    assertThat(Cursor.parse(text, SUBZONES, SORT.subList(0, 2))).isEmpty();
    List<SortKey> turned =
        List.of(new SortKey("name_vi", FieldType.STRING, false), SORT.get(1), SORT.get(2));
    assertThat(Cursor.parse(text, SUBZONES, turned)).isEmpty();
    String word = new Cursor(List.of(), "TT").text(List.of());
    assertThat(Cursor.parse(word, SUBZONES, List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "***",
        "_w",
        "bnVsbA",
        "W10",
        "[]",
        "[\"-name_vi,+area_m2,+valid_from\",\"a\",\"x\",null,\"1\"]",
        "[\"-name_vi,+area_m2,+valid_from\",\"a\",\"1\",\"2025-02-30\",\"1\"]",
        "[\"-name_vi,+area_m2,+valid_from\",\"a\",\"1\",null,\"1;drop\"]",
        "[\"-name_vi,+area_m2,+valid_from\",\"a\",\"1\",null,null]",
        "[\"-name_vi,+area_m2,+valid_from\",\"a\\u0000\",\"1\",null,\"1\"]",
        "[\"-name_vi,+area_m2,+valid_from\",\"a\",\"1\",null,\"1\",\"2\"]",
        "[[[[[[[["
      })
  void forgedOnesAreNone(String text) {
    assertThat(Cursor.parse(text, SUBZONES, SORT)).isEmpty();
    String encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    assertThat(Cursor.parse(encoded, SUBZONES, SORT)).isEmpty();
  }
}

package vn.khuxuong.maps.feature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khuxuong.maps.SeenVersion;

class ItemEtagTest {

  private static final String FEATURE =
      "{\"type\":\"Feature\",\"id\":\"1.a\",\"properties\":{\"name\":\"\\\"version\\\":9,\",\"version\":7}}";

  @Test
  void tellsTheVersionAndTheRepresentation() {
    String tag = ItemEtag.of(FEATURE.getBytes(UTF_8), "json-vi");
    assertThat(tag).matches("\"7-[0-9a-f]{16}\"");
    assertThat(ItemEtag.of(FEATURE.getBytes(UTF_8), "json-vi")).isEqualTo(tag);
    assertThat(ItemEtag.of(FEATURE.getBytes(UTF_8), "json-en")).isNotEqualTo(tag);
    assertThat(ItemEtag.of(FEATURE.replace("Feature", "Fixture").getBytes(UTF_8), "json-vi"))
        .isNotEqualTo(tag);
  }

  @Test
  void readsStrongTagsOfOursOnly() {
    String ours = "\"7-0123456789abcdef\"";
    assertThat(ItemEtag.seen(List.of())).isEqualTo(SeenVersion.UNSAID);
    assertThat(ItemEtag.seen(List.of("*"))).isEqualTo(SeenVersion.WHATEVER);
    assertThat(ItemEtag.seen(List.of(ours)).names(7)).isTrue();
    assertThat(ItemEtag.seen(List.of("\"x\", " + ours, ours.replace("7", "8"))).versions())
        .containsExactlyInAnyOrder(7, 8);
    assertThat(ItemEtag.seen(List.of("W/" + ours)).versions()).isEmpty();
    assertThat(ItemEtag.seen(List.of("7-0123456789abcdef")).versions()).isEmpty();
    assertThat(ItemEtag.seen(List.of("\"99999999999-0123456789abcdef\"")).versions()).isEmpty();
    assertThat(ItemEtag.seen(List.of("\"7-0123456789abcdef\" or 1=1")).versions()).isEmpty();
  }
}

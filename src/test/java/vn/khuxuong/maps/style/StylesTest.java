package vn.khuxuong.maps.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StylesTest {
  @TempDir Path folder;
  private long clock = 1_000_000;

  @BeforeEach
  void writesOneStyle() throws IOException {
    write("town.json", "#ff0000");
  }

  private void write(String file, String colour) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(
        path,
        """
        {"version": 8, "metadata": {"khu:titleVi": "Thị trấn", "khu:titleEn": "Town"},
         "layers": [{"id": "fill", "type": "fill", "paint": {"fill-color": "%s"}}]}
        """
            .formatted(colour));
    clock += 10_000;
    Files.setLastModifiedTime(path, FileTime.fromMillis(clock));
  }

  private static Colour fill(Styles styles) {
    return styles
        .find("town", Styles.DEFAULT)
        .orElseThrow()
        .layers()
        .get(0)
        .colour(Property.FILL_COLOR, Attributes.NONE, 14);
  }

  @Test
  void showsAChangedFileWithoutRestart() throws IOException {
    Styles styles = Styles.in(folder);
    String before = styles.version();
    write("town.json", "#00ff00");
    styles.reload();
    assertThat(fill(styles)).isEqualTo(new Colour(0xff00ff00));
    assertThat(styles.version()).isNotEqualTo(before);
  }

  @Test
  void theVersionOfSomeStylesMovesWithThemAlone() throws IOException {
    write("village.json", "#0000ff");
    Styles styles = Styles.in(folder);
    String town = styles.version(styles.ids("town"));
    String village = styles.version(List.of("village"));
    String both = styles.version(List.of("town", "village"));
    write("village.json", "#00ffff");
    styles.reload();
    assertThat(styles.version(List.of("town"))).isEqualTo(town);
    assertThat(styles.version(List.of("village"))).isNotEqualTo(village);
    assertThat(styles.version(List.of("village", "town"))).isNotEqualTo(both);
    write("town.dark-ink.json", "#000000");
    styles.reload();
    assertThat(styles.version(styles.ids("town"))).isNotEqualTo(town);
    assertThat(styles.version(List.of("town"))).isEqualTo(town);
  }

  @Test
  void keepsTheLastGoodStyleOfABrokenFile() throws IOException {
    Styles styles = Styles.in(folder);
    String before = styles.version();
    write("town.json", "chartreuse-ish");
    styles.reload();
    assertThat(fill(styles)).isEqualTo(new Colour(0xffff0000));
    assertThat(styles.version()).isEqualTo(before);
    write("new.json", "mauve-ish");
    Files.writeString(folder.resolve("Strange name.json"), "{}");
    styles.reload();
    styles.reload();
    assertThat(styles.complaints()).as("as long as they are wrong").hasSize(3);
    assertThat(styles.complaints().toString())
        .contains("town.json $.layers[0].paint.fill-color", "new.json $.", "Strange name.json");
    assertThat(styles.names("new")).isEmpty();
    write("town.json", "#0000ff");
    write("new.json", "#0000ff");
    Files.delete(folder.resolve("Strange name.json"));
    styles.reload();
    assertThat(fill(styles)).isEqualTo(new Colour(0xff0000ff));
    assertThat(styles.complaints()).isEmpty();
  }

  @Test
  void findsAddedStylesAndForgetsRemovedOnes() throws IOException {
    Styles styles = Styles.in(folder);
    write("town.dark-ink.json", "#000000");
    styles.reload();
    assertThat(styles.names("town")).containsExactly("default", "dark-ink");
    Files.delete(folder.resolve("town.dark-ink.json"));
    styles.reload();
    assertThat(styles.names("town")).containsExactly("default");
    assertThat(styles.find("town", "../town")).isEmpty();
  }

  @Test
  void refusesToStartWithBrokenStylesAndNamesThemAll() throws IOException {
    write("town.json", "x");
    write("village.json", "y");
    write("Strange name.json", "#fff");
    assertThatThrownBy(() -> Styles.in(folder))
        .isInstanceOf(StyleException.class)
        .hasMessageContaining("town.json $.layers[0].paint.fill-color")
        .hasMessageContaining("village.json $.layers[0].paint.fill-color")
        .hasMessageContaining("Strange name.json");
  }
}

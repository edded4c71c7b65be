package vn.khuxuong.maps.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleReaderTest {
  private static final Patterns PATTERNS = Patterns.load();

  /** A style of one fill layer with the given inner part, single quotes for double ones. */
  private static String style(String layer) {
    return ("{'version':8,'metadata':{'khu:titleVi':'Đất','khu:titleEn':'Land'},'layers':["
            + layer
            + "]}")
        .replace('\'', '"');
  }

  private static StyleException refusal(String text) {
    return catchThrowableOfType(StyleException.class, () -> StyleReader.read(text, PATTERNS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'id':'a','type':'fill','paint':{'fill-color':'#12'} | $.layers[0].paint.fill-color",
        "'id':'a','type':'fill','paint':{'fill-color':7} | $.layers[0].paint.fill-color",
        "'id':'a','type':'fill','paint':{'fill-color':['match',['get','f'],'A','#fff','b','blau','#000']}"
            + " | $.layers[0].paint.fill-color[5]",
        "'id':'a','type':'fill','paint':{'fill-color':['match',['get','f'],'A','#fff','A','#fff','#000']}"
            + " | $.layers[0].paint.fill-color[4]",
        "'id':'a','type':'fill','paint':{'fill-color':['has','f']} | $.layers[0].paint.fill-color",
        "'id':'a','type':'fill','paint':{'fill-color':['rgb',1,2,3]} |"
            + " $.layers[0].paint.fill-color",
        "'id':'a','type':'fill','paint':{'fill-opacity':1.2} | $.layers[0].paint.fill-opacity",
        "'id':'a','type':'fill','paint':{'fill-pattern':'stripes'} |"
            + " $.layers[0].paint.fill-pattern",
        "'id':'a','type':'fill','paint':{'fill-color':['case',['>',['zoom'],9],'#fff','#000']} |"
            + " $.layers[0].paint.fill-color[1][1]",
        "'id':'a','type':'line','paint':{'line-width':-1} | $.layers[0].paint.line-width",
        "'id':'a','type':'line','paint':{'line-width':['interpolate',['exponential',2],['zoom'],1,1,2,2]}"
            + " | $.layers[0].paint.line-width[1]",
        "'id':'a','type':'line','paint':{'line-width':['step',['zoom'],1,9,2,8,3]} |"
            + " $.layers[0].paint.line-width[5]",
        "'id':'a','type':'line','paint':{'line-dasharray':[0,0]} |"
            + " $.layers[0].paint.line-dasharray",
        "'id':'a','type':'line','paint':{'fill-color':'#fff'} | $.layers[0].paint.fill-color",
        "'id':'a','type':'symbol','layout':{'text-anchor':'middle'} |"
            + " $.layers[0].layout.text-anchor",
        "'id':'a','type':'symbol','layout':{'text-field':'{code}'} | $.layers[0].layout.text-field",
        "'id':'a','type':'symbol','layout':{'text-offset':[1]} | $.layers[0].layout.text-offset",
        "'id':'a','type':'symbol','layout':{'text-color':'#fff'} | $.layers[0].layout.text-color",
        "'id':'a','type':'symbol','layout':{'text-field':['number-format',1,{'currency':'VND'}]} |"
            + " $.layers[0].layout.text-field[2].currency",
        "'id':'a','type':'symbol','layout':{'text-variable-anchor-offset':['top',[1]]} |"
            + " $.layers[0].layout.text-variable-anchor-offset",
        "'id':'a','type':'symbol','layout':{'text-variable-anchor-offset':['above',[0,1]]} |"
            + " $.layers[0].layout.text-variable-anchor-offset",
        "'id':'a','type':'symbol','metadata':{'khu:with':'b'} | $.layers[0].metadata.khu:with",
        "'id':'a','type':'raster' | $.layers[0].type",
        "'id':'a','type':'fill','minzoom':15,'maxzoom':14 | $.layers[0].maxzoom",
        "'id':'a','type':'fill','minzoom':'x' | $.layers[0].minzoom",
        "'id':'a','type':'fill','filter':['==',['get','f']] | $.layers[0].filter",
        "'id':'a','type':'fill','filter':['get',7] | $.layers[0].filter",
        "'id':'','type':'fill' | $.layers[0].id",
        "'id':'a','type':'fill','colour':'#fff' | $.layers[0].colour"
      })
  void refusesWithTheJsonPath(String layer, String path) {
    assertThat(refusal(style("{" + layer + "}")).complaints())
        .singleElement()
        .asString()
        .startsWith(path + ": ");
  }

  @Test
  void tellsAllComplaintsAtOnce() {
    String broken =
        style(
            "{'id':'a','type':'fill','paint':{'fill-color':'x','fill-opacity':3}},"
                + "{'id':'a','type':'oil'}");
    assertThat(refusal(broken).complaints()).hasSize(4);
  }

  @Test
  void refusesWhatIsNoJsonAndWhatIsNoStyle() {
    assertThat(refusal("{").getMessage()).startsWith("$: is no JSON, line 1");
    assertThat(refusal("[]").complaints()).containsExactly("$: must be an object");
    assertThat(refusal("{\"version\":7}").complaints())
        .anyMatch(line -> line.startsWith("$.version"))
        .anyMatch(line -> line.startsWith("$.layers"))
        .anyMatch(line -> line.startsWith("$.metadata.khu:title"));
  }

  @Test
  void refusesExpressionsNestedWithoutEnd() {
    String deep = "['!',".repeat(100) + "['has','f']" + "]".repeat(100);
    assertThat(refusal(style("{'id':'a','type':'fill','filter':" + deep + "}")).complaints())
        .singleElement()
        .asString()
        .contains("nested deeper than 32");
  }

  @Test
  void readsTheStylesThatAreShipped() {
    Styles styles = Styles.in(Path.of("maps/styles"));
    assertThat(styles.names("subzones")).containsExactly("default", "dia-chinh");
    for (String name :
        new String[] {"zones", "subzones", "plots", "buildings", "floors", "bays", "vacancies"}) {
      assertThat(styles.find(name, Styles.DEFAULT)).as(name).isPresent();
    }
    Style subzones = styles.find("subzones", Styles.DEFAULT).orElseThrow();
    assertThat(subzones.fieldsAt(13)).containsExactly("land_use", "land_use_vi");
    assertThat(subzones.fieldsAt(15)).containsExactly("area_ha", "code", "land_use", "land_use_vi");
    assertThat(subzones.fieldsAt(11)).isEmpty();
    assertThat(styles.find("zones", Styles.DEFAULT).orElseThrow().fieldsAt(15)).isEmpty();
    assertThat(subzones.minZoom()).isEqualTo(12);
  }

  @Test
  void readsColours() {
    assertThat(Colour.find("#0f8")).contains(new Colour(0xff00ff88));
    assertThat(Colour.find("#10203040")).contains(new Colour(0x40102030));
    assertThat(Colour.find("rgba(16, 32, 48, .5)")).contains(new Colour(0x80102030));
    assertThat(Colour.find("rgb(256,0,0)")).isEmpty();
    assertThat(new Colour(0x40102030).css()).isEqualTo("#10203040");
    assertThat(new Colour(0xff102030).faded(0.5).css()).isEqualTo("#10203080");
  }
}

package vn.khuxuong.maps.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ExpressionTest {
  private static final double ZOOM = 14;
  private static final Attributes HT01 =
      Attributes.of(
          values(
              Map.of(
                  "land_use",
                  "SUPPORT",
                  "code",
                  "HT01",
                  "area_ha",
                  40.2804,
                  "floors",
                  8,
                  "tall",
                  true)));

  private static Map<String, Object> values(Map<String, Object> known) {
    return new HashMap<>(known);
  }

  private final Complaints complaints = new Complaints();

  private Object text(String json) {
    return new ExpressionReader(complaints)
        .property(json(json), "$", Property.TEXT_FIELD)
        .evaluate(HT01, ZOOM);
  }

  private Object number(String json) {
    return new ExpressionReader(complaints)
        .property(json(json), "$", Property.LINE_WIDTH)
        .evaluate(HT01, ZOOM);
  }

  private Object colour(String json) {
    return new ExpressionReader(complaints)
        .property(json(json), "$", Property.FILL_COLOR)
        .evaluate(HT01, ZOOM);
  }

  private static tools.jackson.databind.JsonNode json(String singleQuoted) {
    return JsonMapper.shared().readTree(singleQuoted.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "['==',['get','land_use'],'SUPPORT'] | true",
        "['==',['get','floors'],8] | true",
        "['==',['get','floors'],'8'] | false",
        "['==',['get','absent'],'SUPPORT'] | false",
        "['!=',['get','absent'],'SUPPORT'] | true",
        "['<',['get','floors'],8] | false",
        "['<=',['get','floors'],8] | true",
        "['>',['get','area_ha'],40.28] | true",
        "['>=',['get','code'],'HT02'] | false",
        "['<',['get','absent'],1] | false",
        "['has','code'] | true",
        "['has','absent'] | false",
        "['!',['has','code']] | false",
        "['all'] | true",
        "['all',['has','code'],['has','absent']] | false",
        "['any'] | false",
        "['any',['has','absent'],['get','tall']] | true",
        "['in',['get','land_use'],['literal',['ROAD','SUPPORT']]] | true",
        "['in',['get','land_use'],['literal',['ROAD']]] | false",
        "['in','T0',['get','code']] | true",
        "['>=',['zoom'],14] | true",
        "false | false"
      })
  void filtersDecide(String filter, boolean accepted) {
    Object value = new ExpressionReader(complaints).filter(json(filter), "$").evaluate(HT01, ZOOM);
    assertThat(complaints.isEmpty()).isTrue();
    assertThat(value).isEqualTo(accepted);
  }

  @Test
  void formatsNumbersTheVietnameseWay() {
    assertThat(
            text(
                "['concat',['number-format',['get','area_ha'],{'min-fraction-digits':2,"
                    + "'max-fraction-digits':2}],' ha']"))
        .isEqualTo("40,28 ha");
    assertThat(text("['number-format',12480,{'locale':'vi-VN'}]")).isEqualTo("12.480");
    assertThat(text("['number-format',12480,{'locale':'en'}]")).isEqualTo("12,480");
    assertThat(complaints.isEmpty()).isTrue();
  }

  @Test
  void writesWholeNumbersWithoutFraction() {
    assertThat(text("['to-string',['get','floors']]")).isEqualTo("8");
    assertThat(text("['concat','Tầng ',['get','floors'],['get','absent']]")).isEqualTo("Tầng 8");
    assertThat(text("['slice',['get','code'],2]")).isEqualTo("01");
    assertThat(text("['slice','2027-03-01',5,7]")).isEqualTo("03");
  }

  @Test
  void takesTheFirstValueThatIsThere() {
    assertThat(text("['coalesce',['get','absent'],['get','code'],'?']")).isEqualTo("HT01");
  }

  @Test
  void branchesByValueAndByCondition() {
    assertThat(colour("['match',['get','land_use'],['ROAD','SUPPORT'],'#f3b44d','#000']"))
        .isEqualTo(new Colour(0xfff3b44d));
    assertThat(colour("['match',['get','absent'],'SUPPORT','#f3b44d','white']"))
        .isEqualTo(new Colour(0xffffffff));
    assertThat(number("['case',['>',['get','floors'],9],3,['get','tall'],2,1]")).isEqualTo(2.0);
    assertThat(complaints.isEmpty()).isTrue();
  }

  @Test
  void stepsAndInterpolatesOverZoomAndValues() {
    assertThat(number("['step',['zoom'],0.6,14,1.2,16,2]")).isEqualTo(1.2);
    assertThat(number("['step',['get','floors'],1,9,2]")).isEqualTo(1.0);
    assertThat(number("['interpolate',['linear'],['zoom'],12,1,16,3]")).isEqualTo(2.0);
    assertThat(number("['interpolate',['linear'],['zoom'],15,1,16,3]")).isEqualTo(1.0);
    assertThat(number("['interpolate',['linear'],['zoom'],10,1,12,3]")).isEqualTo(3.0);
    assertThat(complaints.isEmpty()).isTrue();
  }

  @Test
  void interpolatesColours() {
    assertThat(colour("['interpolate',['linear'],['zoom'],12,'#000000',16,'#ffffff']"))
        .isEqualTo(new Colour(0xff808080));
  }

  @Test
  void knowsWhichFieldsItNeedsAndByWhichValuesItBranches() {
    ExpressionReader reader = new ExpressionReader(complaints);
    reader.property(
        json("['match',['get','land_use'],'ROAD','#fff',['GREEN','WATER'],'#0f0','#000']"),
        "$",
        Property.FILL_COLOR);
    reader.filter(json("['==',['get','tall'],true]"), "$");
    assertThat(reader.fields()).containsExactly("land_use", "tall");
    assertThat(reader.branches().get("land_use")).containsExactly("ROAD", "GREEN", "WATER");
    assertThat(reader.branches().get("tall")).containsExactly(true);
  }
}

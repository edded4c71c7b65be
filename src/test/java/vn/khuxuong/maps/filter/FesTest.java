package vn.khuxuong.maps.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Layer;

/** FES 2.0 with GML shapes says the same as CQL2 text. */
class FesTest {

  private static final Layer SUBZONES = FilterLayers.subzones();

  private static String canonical(String content) {
    String xml =
        "<?xml version='1.0' encoding='UTF-8'?><!-- by a client --><fes:Filter"
            + " xmlns:fes='http://www.opengis.net/fes/2.0'"
            + " xmlns:gml='http://www.opengis.net/gml/3.2' xmlns:kx='urn:x'>\n"
            + content
            + "\n</fes:Filter>";
    return FilterReader.fes(xml, SUBZONES, Crs.CRS84, AxisOrder.GML_SHORT).canonical();
  }

  private static String text(String cql2) {
    return FilterReader.ecql(cql2, SUBZONES).canonical();
  }

  private static String twoSides(String name, String property, String literal) {
    return "<fes:%s><fes:ValueReference>%s</fes:ValueReference>%s</fes:%s>"
        .formatted(name, property, literal, name.replaceAll(" .*", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "PropertyIsEqualTo|kx:code|A1|code = 'A1'",
        "PropertyIsEqualTo matchCase='false'|code|A1|CASEI(code) = CASEI('A1')",
        "PropertyIsEqualTo matchCase='false'|far|2|far = 2",
        "PropertyIsNotEqualTo|far| 2.50 |far <> 2.5",
        "PropertyIsLessThan|phase|3|phase < 3",
        "PropertyIsGreaterThanOrEqualTo|valid_from|2025-01-02|valid_from >= DATE('2025-01-02')",
        "PropertyIsLike wildCard='*' singleChar='.' escapeChar='!'|code|A*.!*%|code LIKE 'A_%*\\%'",
        "PropertyIsLike wildCard='%' singleChar='_' escapeChar='\\' matchCase='false'|code|A\\_%"
            + "|CASEI(code) LIKE CASEI('A\\_%')",
        "After|valid_from|2025-01-02|T_AFTER(valid_from,DATE('2025-01-02'))"
      })
  void readsConditionsOnAttributes(String name, String property, String literal, String cql2) {
    String xml = twoSides(name, property, "<fes:Literal>" + literal + "</fes:Literal>");
    assertThat(canonical(xml)).isEqualTo(text(cql2));
  }

  @Test
  void readsLogicNullsRangesAndIds() {
    String code = twoSides("PropertyIsEqualTo", "code", "<fes:Literal>A1</fes:Literal>");
    String isNull =
        "<fes:PropertyIsNull><fes:ValueReference>far</fes:ValueReference></fes:PropertyIsNull>";
    String between =
        "<fes:PropertyIsBetween><fes:ValueReference>area_m2</fes:ValueReference>"
            + "<fes:LowerBoundary><fes:Literal>1</fes:Literal></fes:LowerBoundary>"
            + "<fes:UpperBoundary><fes:Literal>2</fes:Literal></fes:UpperBoundary>"
            + "</fes:PropertyIsBetween>";
    assertThat(
            canonical(
                "<fes:Or><fes:And>"
                    + code
                    + between
                    + "</fes:And><fes:Not>"
                    + isNull
                    + "</fes:Not></fes:Or>"))
        .isEqualTo(text("(code = 'A1' AND area_m2 BETWEEN 1 AND 2) OR far IS NOT NULL"));
    assertThat(canonical("<fes:ResourceId rid='subzones.7'/><fes:ResourceId rid='subzones.8'/>"))
        .isEqualTo("id IN (7,8)");
    assertThat(canonical("<fes:ResourceId rid=\"subzones.7' OR '1'='1\"/>")).isEqualTo("FALSE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "<gml:Point><gml:pos>106 10</gml:pos></gml:Point>|POINT(106 10)",
        "<gml:Point srsName='urn:ogc:def:crs:EPSG::4326'><gml:pos>10 106</gml:pos></gml:Point>"
            + "|POINT(106 10)",
        "<gml:Point srsName='http://www.opengis.net/def/crs/EPSG/0/4326'><gml:pos>10 106</gml:pos>"
            + "</gml:Point>|POINT(106 10)",
        "<gml:Point srsName='EPSG:4326'><gml:pos>106 10</gml:pos></gml:Point>|POINT(106 10)",
        "<gml:Point srsName='urn:ogc:def:crs:EPSG::9210'><gml:pos>584005"
            + " 1194441</gml:pos></gml:Point>|SRID=9210;POINT(584005 1194441)",
        "<gml:LineString srsDimension='3'><gml:posList>106 10 1 107 11"
            + " 1</gml:posList></gml:LineString>|LINESTRING(106 10, 107 11)",
        "<gml:Curve><gml:segments><gml:LineStringSegment><gml:posList>106 10 107 11</gml:posList>"
            + "</gml:LineStringSegment></gml:segments></gml:Curve>|LINESTRING(106 10, 107 11)",
        "<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>106 10 107 10 107 11 106 10"
            + "</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>106.8"
            + " 10.2 106.9 10.2 106.9 10.3 106.8"
            + " 10.2</gml:posList></gml:LinearRing></gml:interior></gml:Polygon>|POLYGON((106"
            + " 10,107 10,107 11,106 10),(106.8 10.2,106.9 10.2,106.9 10.3,106.8 10.2))",
        "<gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:pos>106"
            + " 10</gml:pos><gml:pos>107 10</gml:pos><gml:pos>107 11</gml:pos><gml:pos>106"
            + " 10</gml:pos></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface>|MULTIPOLYGON(((106"
            + " 10,107 10,107 11,106 10)))",
        "<gml:MultiPoint><gml:pointMember><gml:Point><gml:coordinates>106,10</gml:coordinates>"
            + "</gml:Point></gml:pointMember></gml:MultiPoint>|MULTIPOINT((106 10))",
        "<gml:Envelope srsName='urn:ogc:def:crs:EPSG::4326'><gml:lowerCorner>10"
            + " 106</gml:lowerCorner><gml:upperCorner>11"
            + " 107</gml:upperCorner></gml:Envelope>|BBOX(106,10,107,11)"
      })
  void readsShapes(String gml, String wkt) {
    assertThat(canonical(twoSides("Intersects", "geom", gml)))
        .isEqualTo(text("S_INTERSECTS(geom, " + wkt + ")"));
    assertThat(canonical("<fes:BBOX>" + gml + "</fes:BBOX>"))
        .isEqualTo(text("S_INTERSECTS(geom, " + wkt + ")"));
  }

  @Test
  void readsTimes() {
    String period =
        "<gml:TimePeriod gml:id='t'><gml:beginPosition>2025-01-01</gml:beginPosition>"
            + "<gml:endPosition indeterminatePosition='unknown'/></gml:TimePeriod>";
    assertThat(canonical(twoSides("During", "valid_from", period)))
        .isEqualTo(text("T_DURING(valid_from, INTERVAL('2025-01-01','..'))"));
    String instants =
        "<fes:Literal><gml:TimePeriod><gml:begin><gml:TimeInstant><gml:timePosition>2025-01-01"
            + "</gml:timePosition></gml:TimeInstant></gml:begin><gml:end><gml:TimeInstant>"
            + "<gml:timePosition>2025-02-01T00:00:00Z</gml:timePosition></gml:TimeInstant></gml:end>"
            + "</gml:TimePeriod></fes:Literal>";
    assertThat(canonical(twoSides("TOverlaps", "valid_from", instants)))
        .isEqualTo(text("T_OVERLAPS(valid_from, INTERVAL('2025-01-01','2025-02-01'))"));
  }
}

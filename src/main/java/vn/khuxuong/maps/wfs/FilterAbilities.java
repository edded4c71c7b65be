package vn.khuxuong.maps.wfs;

import java.util.List;
import vn.khuxuong.maps.xml.XmlWriter;

/** Writes what filters may say, by filterCapabilities.xsd of OGC 09-026r2. */
final class FilterAbilities {
  private static final List<String> MET =
      List.of(
          "ImplementsQuery",
          "ImplementsAdHocQuery",
          "ImplementsResourceId",
          "ImplementsMinStandardFilter",
          "ImplementsStandardFilter",
          "ImplementsMinSpatialFilter",
          "ImplementsSpatialFilter",
          "ImplementsMinTemporalFilter",
          "ImplementsSorting");

  private static final List<String> NOT_MET =
      List.of(
          "ImplementsFunctions",
          "ImplementsTemporalFilter",
          "ImplementsVersionNav",
          "ImplementsExtendedOperators",
          "ImplementsMinimumXPath",
          "ImplementsSchemaElementFunc");

  private static final List<String> COMPARISONS =
      List.of(
          "PropertyIsEqualTo",
          "PropertyIsNotEqualTo",
          "PropertyIsLessThan",
          "PropertyIsGreaterThan",
          "PropertyIsLessThanOrEqualTo",
          "PropertyIsGreaterThanOrEqualTo",
          "PropertyIsLike",
          "PropertyIsNull",
          "PropertyIsNil",
          "PropertyIsBetween");

  private static final List<String> SHAPES =
      List.of(
          "gml:Envelope",
          "gml:Point",
          "gml:MultiPoint",
          "gml:LineString",
          "gml:Curve",
          "gml:MultiCurve",
          "gml:Polygon",
          "gml:Surface",
          "gml:MultiSurface");

  private static final List<String> RELATIONS =
      List.of(
          "BBOX",
          "Equals",
          "Disjoint",
          "Intersects",
          "Touches",
          "Crosses",
          "Within",
          "Contains",
          "Overlaps");

  private FilterAbilities() {}

  static void write(XmlWriter xml) {
    xml.open("fes:Filter_Capabilities").open("fes:Conformance");
    MET.forEach(name -> constraint(xml, name, "TRUE"));
    NOT_MET.forEach(name -> constraint(xml, name, "FALSE"));
    xml.close();
    xml.open("fes:Id_Capabilities").empty("fes:ResourceIdentifier", "name", "fes:ResourceId");
    xml.close();
    xml.open("fes:Scalar_Capabilities").empty("fes:LogicalOperators");
    xml.open("fes:ComparisonOperators");
    COMPARISONS.forEach(name -> xml.empty("fes:ComparisonOperator", "name", name));
    xml.close().close();
    xml.open("fes:Spatial_Capabilities").open("fes:GeometryOperands");
    SHAPES.forEach(name -> xml.empty("fes:GeometryOperand", "name", name));
    xml.close().open("fes:SpatialOperators");
    RELATIONS.forEach(name -> xml.empty("fes:SpatialOperator", "name", name));
    xml.close().close();
    xml.open("fes:Temporal_Capabilities").open("fes:TemporalOperands");
    xml.empty("fes:TemporalOperand", "name", "gml:TimeInstant");
    xml.empty("fes:TemporalOperand", "name", "gml:TimePeriod");
    xml.close().open("fes:TemporalOperators");
    for (String name : List.of("After", "Before", "During", "TEquals")) {
      xml.empty("fes:TemporalOperator", "name", name);
    }
    xml.close().close().close();
  }

  private static void constraint(XmlWriter xml, String name, String value) {
    xml.open("fes:Constraint").attribute("name", name).empty("ows:NoValues");
    xml.element("ows:DefaultValue", value).close();
  }
}

package vn.khuxuong.maps.wfs;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import vn.khuxuong.maps.gml.GmlFeatures;
import vn.khuxuong.maps.gml.GmlShapes;
import vn.khuxuong.maps.gml.GmlVersion;
import vn.khuxuong.maps.query.FeatureRow;
import vn.khuxuong.maps.xml.XmlWriter;

/** Writes features in GML 3.2: a collection, a list of values, or one feature by itself. */
final class GmlAnswer {
  private final FeatureRequest request;
  private final FeatureAnswers.Head head;
  private final XmlWriter xml;
  private final GmlFeatures features;
  private final String schemas;
  private final WKBReader shapes;

  /**
   * @param root of the service's addresses, where the schema of the features is
   */
  GmlAnswer(FeatureRequest request, FeatureAnswers.Head head, String root, OutputStream out) {
    this.request = request;
    this.head = head;
    this.xml = new XmlWriter(out);
    this.features =
        new GmlFeatures(
            xml,
            GmlVersion.V3_2,
            request.layer(),
            request.srs().crs(),
            request.srs().name(),
            request.srs().order());
    this.schemas =
        WfsXml.WFS_SCHEMA
            + " "
            + GmlFeatures.NAMESPACE
            + " "
            + root
            + "/wfs?service=WFS&version=2.0.0&request=DescribeFeatureType&typeNames="
            + GmlFeatures.typeName(request.layer());
    this.shapes = new WKBReader(request.srs().crs().geometryFactory());
  }

  /** The root with what it says of its members. */
  void begin() {
    String root = request.valueReference() == null ? "FeatureCollection" : "ValueCollection";
    xml.open("wfs:" + root);
    namespaces();
    xml.attribute("timeStamp", head.made().toString())
        .attribute("numberMatched", head.numberMatched())
        .attribute("numberReturned", String.valueOf(head.returned()));
    if (head.next() != null) {
      xml.attribute("next", head.next());
    }
    if (head.previous() != null) {
      xml.attribute("previous", head.previous());
    }
  }

  private void namespaces() {
    xml.namespace("wfs", WfsXml.WFS)
        .namespace("gml", GmlVersion.V3_2.namespace())
        .namespace("khu", GmlFeatures.NAMESPACE)
        .namespace("xsi", WfsXml.XSI)
        .attribute("xsi:schemaLocation", schemas);
  }

  /** One more member: a feature or, of a list of values, one of them. */
  void member(FeatureRow row) throws SQLException, IOException {
    xml.open("wfs:member");
    String value = request.valueReference();
    if (value == null) {
      features.write(row.keyText(), values(row), shape(row));
    } else if (row.fields().isEmpty()) {
      Geometry shape = shape(row);
      xml.open("khu:" + value);
      if (shape != null) {
        new GmlShapes(
                xml,
                GmlVersion.V3_2,
                request.srs().crs(),
                request.srs().name(),
                request.srs().order())
            .write(shape, features.id(row.keyText()) + ".geom");
      }
      xml.close();
    } else {
      Object content = row.value(0);
      xml.element("khu:" + value, content == null ? "" : GmlFeatures.text(content));
    }
    xml.close();
  }

  /** The one feature as the whole document. */
  void document(FeatureRow row) throws SQLException, IOException {
    features.open(row.keyText());
    namespaces();
    features.writeInside(row.keyText(), values(row), shape(row));
    xml.close();
  }

  private static Map<String, @Nullable Object> values(FeatureRow row) throws SQLException {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int i = 0; i < row.fields().size(); i++) {
      values.put(row.fields().get(i).name(), row.value(i));
    }
    return values;
  }

  private @Nullable Geometry shape(FeatureRow row) throws SQLException, IOException {
    byte[] wkb = row.shape();
    try {
      return wkb == null ? null : shapes.read(wkb);
    } catch (ParseException e) {
      throw new IOException("a shape of the database cannot be read", e);
    }
  }

  void end() {
    xml.end();
  }
}

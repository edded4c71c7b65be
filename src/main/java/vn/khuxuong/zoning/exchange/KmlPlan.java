package vn.khuxuong.zoning.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;

/**
 * A plan as KML 2.2 (OGC 07-147r2): a folder per land use, columns as typed extended data. GDAL's
 * own writer keeps seven decimals; this one keeps nine.
 */
final class KmlPlan {
  private static final String SCHEMA = "subzone";

  private final Sheet sheet;
  private final XMLStreamWriter xml;

  private KmlPlan(Sheet sheet, XMLStreamWriter xml) {
    this.sheet = sheet;
    this.xml = xml;
  }

  static void write(Sheet sheet, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new KmlPlan(sheet, xml).document();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void document() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("kml");
    xml.writeDefaultNamespace("http://www.opengis.net/kml/2.2");
    xml.writeStartElement("Document");
    element("name", sheet.name());
    xml.writeStartElement("Schema");
    xml.writeAttribute("name", SCHEMA);
    xml.writeAttribute("id", SCHEMA);
    for (SubzoneField field : SubzoneField.values()) {
      xml.writeStartElement("SimpleField");
      xml.writeAttribute("name", field.column());
      xml.writeAttribute(
          "type",
          switch (field.kind()) {
            case TEXT -> "string";
            case INTEGER -> "int";
            case NUMBER -> "double";
          });
      element("displayName", field.labelVi());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    for (LandUse use : LandUse.values()) {
      folder(use);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void folder(LandUse use) throws XMLStreamException {
    var members = sheet.subzones().stream().filter(s -> s.landUse() == use).toList();
    if (members.isEmpty()) {
      return;
    }
    xml.writeStartElement("Folder");
    element("name", use.label() + " " + use.nameVi());
    for (Subzone subzone : members) {
      placemark(subzone);
    }
    xml.writeEndElement();
  }

  private void placemark(Subzone subzone) throws XMLStreamException {
    xml.writeStartElement("Placemark");
    element("name", subzone.code());
    xml.writeStartElement("ExtendedData");
    xml.writeStartElement("SchemaData");
    xml.writeAttribute("schemaUrl", "#" + SCHEMA);
    for (SubzoneField field : SubzoneField.values()) {
      if (field.of(subzone) != null) {
        xml.writeStartElement("SimpleData");
        xml.writeAttribute("name", field.column());
        xml.writeCharacters(withoutControls(field.textOf(subzone)));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
    Polygon polygon = (Polygon) sheet.shape(subzone, Crs.CRS84);
    xml.writeStartElement("Polygon");
    boundary("outerBoundaryIs", polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      boundary("innerBoundaryIs", polygon.getInteriorRingN(i));
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void boundary(String name, LinearRing ring) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeStartElement("LinearRing");
    xml.writeStartElement("coordinates");
    for (Coordinate c : ring.getCoordinates()) {
      xml.writeCharacters(degrees(c.x) + "," + degrees(c.y) + " ");
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String degrees(double value) {
    return BigDecimal.valueOf(value)
        .setScale(Sheet.decimals(Crs.CRS84), RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(withoutControls(text));
    xml.writeEndElement();
  }

  /** XML 1.0 has no way to write most control characters. */
  private static String withoutControls(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\t\n\r]]", "");
  }
}

package vn.khuxuong.maps.wms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document; everything written as text or attribute is escaped. */
final class WmsXml {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter writer;

  private interface Step {
    void run() throws XMLStreamException;
  }

  WmsXml() {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  WmsXml doctype(String root, String systemId) {
    run(() -> writer.writeDTD("<!DOCTYPE " + root + " SYSTEM \"" + systemId + "\">"));
    return this;
  }

  WmsXml open(String element) {
    run(() -> writer.writeStartElement(element));
    return this;
  }

  WmsXml close() {
    run(writer::writeEndElement);
    return this;
  }

  WmsXml namespace(String prefix, String uri) {
    run(() -> writer.writeAttribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri));
    return this;
  }

  WmsXml attribute(String name, String value) {
    run(() -> writer.writeAttribute(name, legal(value)));
    return this;
  }

  WmsXml text(String text) {
    run(() -> writer.writeCharacters(legal(text)));
    return this;
  }

  /** An element with nothing but text in it. */
  WmsXml element(String name, String text) {
    return open(name).text(text).close();
  }

  /** A remark for people, which must not hold two hyphens in a row. */
  WmsXml comment(String text) {
    run(() -> writer.writeComment(text));
    return this;
  }

  byte[] bytes() {
    run(
        () -> {
          writer.writeEndDocument();
          writer.close();
        });
    return bytes.toByteArray();
  }

  /** Text without the characters that XML 1.0 cannot hold even escaped. */
  private static String legal(String text) {
    String plain = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    StringBuilder legal = new StringBuilder(plain.length());
    plain.codePoints().map(c -> isLegal(c) ? c : 0xfffd).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }
}

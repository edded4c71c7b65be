package vn.khuxuong.maps.xml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document in UTF-8; everything written as text or attribute is escaped. */
public final class XmlWriter {
  private final OutputStream out;
  private final XMLStreamWriter writer;

  private interface Step {
    void run() throws XMLStreamException;
  }

  /** Writes into memory; {@link #bytes} has the document. */
  public XmlWriter() {
    this(new ByteArrayOutputStream());
  }

  /**
   * Writes as it goes.
   *
   * @param out is flushed by {@link #end} and never closed
   */
  public XmlWriter(OutputStream out) {
    this.out = out;
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException broken) {
        throw new UncheckedIOException(broken);
      }
      throw new IllegalStateException(e);
    }
  }

  /** A document type by the address of its definition. */
  public XmlWriter doctype(String root, String systemId) {
    run(() -> writer.writeDTD("<!DOCTYPE " + root + " SYSTEM \"" + systemId + "\">"));
    return this;
  }

  /** Opens an element, prefix and all. */
  public XmlWriter open(String element) {
    run(() -> writer.writeStartElement(element));
    return this;
  }

  /** Closes the innermost open element. */
  public XmlWriter close() {
    run(writer::writeEndElement);
    return this;
  }

  /** Declares a namespace on the element just opened; an empty prefix is the default one. */
  public XmlWriter namespace(String prefix, String uri) {
    run(() -> writer.writeAttribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri));
    return this;
  }

  /** An attribute of the element just opened. */
  public XmlWriter attribute(String name, String value) {
    run(() -> writer.writeAttribute(name, legal(value)));
    return this;
  }

  /** Text inside the open element. */
  public XmlWriter text(String text) {
    run(() -> writer.writeCharacters(legal(text)));
    return this;
  }

  /** An element with nothing but text in it. */
  public XmlWriter element(String name, String text) {
    return open(name).text(text).close();
  }

  /** A remark for people, which must not hold two hyphens in a row. */
  public XmlWriter comment(String text) {
    run(() -> writer.writeComment(text));
    return this;
  }

  /** Literal text that keeps its blanks in readers that strip them elsewhere. */
  public XmlWriter verbatim(String text) {
    for (String part : legal(text).split("(?<=]])(?=>)")) {
      run(() -> writer.writeCData(part));
    }
    return this;
  }

  /** An element with nothing in it but attributes, in turn names and values. */
  public XmlWriter empty(String name, String... attributes) {
    open(name);
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(attributes[i], attributes[i + 1]);
    }
    return close();
  }

  /** Closes what is open and hands everything on. */
  public void end() {
    run(
        () -> {
          writer.writeEndDocument();
          writer.close();
        });
  }

  /** Ends a document that was written into memory. */
  public byte[] bytes() {
    end();
    return ((ByteArrayOutputStream) out).toByteArray();
  }

  /** Text without the characters that XML 1.0 cannot hold even escaped. */
  private static String legal(String text) {
    if (text.chars().allMatch(c -> c >= 0x20 && c < 0xd800)) {
      return text;
    }
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

package vn.khuxuong.maps.xml;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML from strangers: no document type, so no entities but those of XML itself, and nothing
 * is ever fetched, whatever a document says of its schema.
 */
public final class SafeXml {
  private static final XMLInputFactory XML = factory();

  private SafeXml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> {
          throw new XMLStreamException("no external entities");
        });
    return factory;
  }

  /**
   * A reader that stands on the document's root element.
   *
   * @throws XMLStreamException if it is no XML, or has a document type
   */
  public static XMLStreamReader atRoot(InputStream in) throws XMLStreamException {
    XMLStreamReader reader = XML.createXMLStreamReader(in);
    while (!reader.isStartElement()) {
      if (reader.next() == XMLStreamConstants.DTD) {
        throw new XMLStreamException("DOCTYPE is not allowed");
      }
    }
    return reader;
  }

  /** Passes over the element the reader stands on, with all in it. */
  public static void skip(XMLStreamReader reader) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }
}

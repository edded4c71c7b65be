package vn.khuxuong.maps.filter;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML from strangers: no document type, no entity but the five of XML itself, nothing fetched. */
final class SecureXml {

  private static final XMLInputFactory XML = factory();

  private SecureXml() {}

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

  static XMLStreamReader reader(String xml) throws XMLStreamException {
    return XML.createXMLStreamReader(new StringReader(xml));
  }

  static FilterRefusal refusal(XMLStreamException e) {
    int place = e.getLocation() == null ? -1 : e.getLocation().getCharacterOffset();
    return new FilterRefusal(
        "Bộ lọc XML không đúng dạng hoặc có DOCTYPE.",
        "The XML filter is not well-formed or has a DOCTYPE.",
        place);
  }
}

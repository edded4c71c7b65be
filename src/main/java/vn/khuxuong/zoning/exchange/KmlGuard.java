package vn.khuxuong.zoning.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks through a KML before anything else does: no document type (entity bombs, files of the
 * server), no links to other places, bounded depth and number of elements.
 */
final class KmlGuard {
  private static final Set<String> LINKS = Set.of("NetworkLink", "NetworkLinkControl", "Model");
  private static final int DEPTH = 64;

  private KmlGuard() {}

  static void check(Path file, ImportLimits limits) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      walk(xml, 60L * limits.features());
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw BadFile.BROKEN
          .with(
              "KML không phải XML hợp lệ (dòng " + line + ").",
              "The KML is no valid XML (line " + line + ").")
          .with("line", line);
    }
  }

  private static void walk(XMLStreamReader xml, long mostElements) throws XMLStreamException {
    int depth = 0;
    long elements = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw unsafe("DOCTYPE hoặc thực thể XML", "a DOCTYPE or XML entities");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        if (LINKS.contains(xml.getLocalName())) {
          throw unsafe(
              "<" + xml.getLocalName() + "> trỏ tới nơi khác",
              "<" + xml.getLocalName() + ">, which points elsewhere");
        }
        depth++;
        elements++;
        if (depth > DEPTH || elements > mostElements) {
          throw unsafe("quá nhiều phần tử XML", "too many XML elements");
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private static RuntimeException unsafe(String vi, String en) {
    return BadFile.UNSAFE_XML
        .with("KML bị từ chối vì có " + vi + ".", "The KML is refused for " + en + ".")
        .remedy("Hãy lưu lại KML chỉ gồm các Placemark.", "Save the KML with its placemarks only.");
  }
}

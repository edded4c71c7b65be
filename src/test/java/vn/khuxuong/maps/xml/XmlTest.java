package vn.khuxuong.maps.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

class XmlTest {
  private static XMLStreamReader read(String xml) throws XMLStreamException {
    return SafeXml.atRoot(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void escapesWhateverIsWritten() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XmlWriter xml = new XmlWriter(out);
    xml.open("a").attribute("b", "\"<&\u0001").text("<script>&\ud800").verbatim(" ]]> ").close();
    xml.end();
    XMLStreamReader reader = read(out.toString(StandardCharsets.UTF_8));
    assertThat(reader.getAttributeValue(null, "b")).isEqualTo("\"<&\ufffd");
    assertThat(reader.getElementText()).isEqualTo("<script>&? ]]> ");
  }

  @Test
  void refusesDocumentTypesAndUnknownEntities() {
    assertThatThrownBy(() -> read("<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x'><a/>"))
        .isInstanceOf(XMLStreamException.class)
        .hasMessageContaining("DOCTYPE");
    assertThatThrownBy(() -> read("<a>&xxe;</a>").getElementText())
        .isInstanceOf(XMLStreamException.class);
  }

  @Test
  void passesOverElementsOfAnyDepth() throws Exception {
    XMLStreamReader reader =
        read("<a>" + "<b>".repeat(20_000) + "</b>".repeat(20_000) + "<c/></a>");
    reader.next();
    SafeXml.skip(reader);
    reader.next();
    assertThat(reader.getLocalName()).isEqualTo("c");
  }
}

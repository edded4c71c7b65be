package vn.khuxuong.maps.wfs;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.filter.Filter;
import vn.khuxuong.maps.filter.FilterReader;
import vn.khuxuong.maps.filter.FilterRefusal;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.wfs.WfsException.Code;
import vn.khuxuong.maps.xml.SafeXml;

/**
 * Reads requests in XML into the parameters that say the same. Document types are refused, nothing
 * is fetched, and what is not known is passed over.
 */
@Component
class XmlRequests {
  private final FeatureTypes types;

  XmlRequests(FeatureTypes types) {
    this.types = types;
  }

  /**
   * A request.
   *
   * @param in of bounded length
   * @throws WfsException if it is none
   */
  WfsRequest read(InputStream in, Set<String> roles) {
    try {
      XMLStreamReader xml = SafeXml.atRoot(in);
      return new Reading(xml, roles).request();
    } catch (XMLStreamException e) {
      throw new WfsException(
          Code.PARSING,
          "Yêu cầu không phải XML đúng dạng, hoặc có DOCTYPE.",
          "The request is no well-formed XML, or has a DOCTYPE, which is not allowed.",
          null);
    }
  }

  private final class Reading {
    private final XMLStreamReader xml;
    private final Set<String> roles;
    private final Kvp kvp = new Kvp();
    private final List<String> names = new ArrayList<>();
    private final List<String> order = new ArrayList<>();
    private @Nullable Filter filter;
    private int queries;

    Reading(XMLStreamReader xml, Set<String> roles) {
      this.xml = xml;
      this.roles = roles;
    }

    WfsRequest request() throws XMLStreamException {
      String operation = xml.getLocalName();
      attributes();
      while (next()) {
        switch (xml.getLocalName()) {
          case "Query" -> query();
          case "StoredQuery" -> storedQuery();
          case "AcceptVersions" -> list("acceptVersions");
          case "TypeName", "StoredQueryId" -> names.add(xml.getElementText().strip());
          default -> SafeXml.skip(xml);
        }
      }
      if (!names.isEmpty()) {
        kvp.put("typeNames", String.join(",", names));
        kvp.put("storedQuery_Id", names.get(0));
      }
      while (xml.hasNext()) {
        xml.next();
      }
      return new WfsRequest(operation, kvp, filter, false);
    }

    /** The next element inside the one that is open; false at its end. */
    private boolean next() throws XMLStreamException {
      while (true) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          return true;
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
          return false;
        }
      }
    }

    private void attributes() {
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        kvp.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
      }
    }

    private void list(String parameter) throws XMLStreamException {
      List<String> values = new ArrayList<>();
      while (next()) {
        values.add(xml.getElementText().strip());
      }
      kvp.put(parameter, String.join(",", values));
    }

    private void query() throws XMLStreamException {
      if (++queries > 1) {
        throw new WfsException(
            Code.OPTION_NOT_SUPPORTED,
            "Mỗi yêu cầu có đúng một Query.",
            "A request has one Query.",
            "Query");
      }
      attributes();
      Layer layer = types.one(kvp.get("typeNames"), roles);
      SrsName srs =
          kvp.find("srsName").map(name -> SrsName.parse(name, "srsName")).orElse(SrsName.DEFAULT);
      List<String> properties = new ArrayList<>();
      while (next()) {
        switch (xml.getLocalName()) {
          case "PropertyName" -> properties.add(xml.getElementText().strip());
          case "SortBy" -> sortBy();
          case "Filter" -> filter(layer, srs);
          default -> SafeXml.skip(xml);
        }
      }
      if (!properties.isEmpty()) {
        kvp.put("propertyName", String.join(",", properties));
      }
      if (!order.isEmpty()) {
        kvp.put("sortBy", order.stream().collect(Collectors.joining(",")));
      }
    }

    private void filter(Layer layer, SrsName srs) {
      try {
        filter = FilterReader.fes(xml, layer, srs.crs(), srs.order());
      } catch (FilterRefusal refusal) {
        throw GetFeature.refused(refusal);
      }
    }

    private void sortBy() throws XMLStreamException {
      while (next()) {
        String name = "";
        String direction = "ASC";
        while (next()) {
          String element = xml.getLocalName();
          String text = xml.getElementText().strip();
          name = element.equals("ValueReference") ? text : name;
          direction = element.equals("SortOrder") ? text : direction;
        }
        order.add(name + " " + direction);
      }
    }

    private void storedQuery() throws XMLStreamException {
      kvp.put("storedQuery_Id", xml.getAttributeValue(null, "id"));
      while (next()) {
        String name = xml.getAttributeValue(null, "name");
        if (xml.getLocalName().equals("Parameter") && name != null) {
          kvp.put(name, xml.getElementText().strip());
        } else {
          SafeXml.skip(xml);
        }
      }
    }
  }
}

package vn.khuxuong.maps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Judges documents by the schemas and document types of the OGC, without asking the network. */
public final class OgcSchemas {
  private static final String OGC = "http://schemas.opengis.net/";
  private static final Map<List<String>, Schema> KNOWN = new ConcurrentHashMap<>();

  private OgcSchemas() {}

  /**
   * What is wrong with a document.
   *
   * @param schemas paths below {@code http://schemas.opengis.net/}
   */
  public static List<String> faults(byte[] xml, String... schemas) {
    List<Source> sources = new ArrayList<>();
    Arrays.stream(schemas).forEach(path -> sources.add(source(OGC + path)));
    return faults(xml, KNOWN.computeIfAbsent(List.of(schemas), any -> schema(sources)));
  }

  /**
   * What is wrong with a document by a schema that a service made itself.
   *
   * @param own the schema as served
   * @param schemas of the OGC that the document needs as well
   */
  public static List<String> faultsByOwn(byte[] xml, byte[] own, String... schemas) {
    List<Source> sources = new ArrayList<>();
    Arrays.stream(schemas).forEach(path -> sources.add(source(OGC + path)));
    sources.add(new StreamSource(new ByteArrayInputStream(own), "http://localhost/own.xsd"));
    return faults(xml, schema(sources));
  }

  private static List<String> faults(byte[] xml, Schema schema) {
    List<String> faults = new ArrayList<>();
    try {
      Validator validator = schema.newValidator();
      validator.setResourceResolver(new Local());
      validator.setErrorHandler(new Collector(faults));
      validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
    } catch (SAXException | IOException e) {
      faults.add(e.getMessage());
    }
    return faults;
  }

  /** What is wrong with a document by the document type it names itself. */
  public static List<String> faultsByDoctype(byte[] xml) {
    List<String> faults = new ArrayList<>();
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setValidating(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setEntityResolver(
          (publicId, systemId) ->
              new InputSource(Objects.requireNonNull(open(systemId), systemId)));
      builder.setErrorHandler(new Collector(faults));
      builder.parse(new ByteArrayInputStream(xml));
    } catch (Exception e) {
      faults.add(e.getMessage());
    }
    return faults;
  }

  /** The document, its document type left aside. */
  public static Document parse(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      return builder.parse(new ByteArrayInputStream(xml));
    } catch (Exception e) {
      throw new AssertionError(
          "no XML: " + new String(xml, java.nio.charset.StandardCharsets.UTF_8), e);
    }
  }

  private static Schema schema(List<Source> sources) {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
      factory.setResourceResolver(new Local());
      return factory.newSchema(sources.toArray(Source[]::new));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Source source(String address) {
    return new StreamSource(Objects.requireNonNull(open(address), address), address);
  }

  private static @Nullable InputStream open(String address) {
    String path = address;
    if (address.startsWith(OGC)) {
      path = "/ogc/" + address.substring(OGC.length());
    } else if (address.startsWith("http://www.w3.org/")) {
      path = "/ogc" + address.substring(address.lastIndexOf('/'));
    }
    return OgcSchemas.class.getResourceAsStream(path);
  }

  private record Collector(List<String> faults) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {
      faults.add(e.getLineNumber() + ":" + e.getColumnNumber() + " " + e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }

  /** Finds schemas in the class path; refuses every other address. */
  private static final class Local implements LSResourceResolver {
    @Override
    public LSInput resolveResource(
        String type,
        @Nullable String namespace,
        @Nullable String publicId,
        @Nullable String systemId,
        @Nullable String base) {
      try {
        DOMImplementationLS dom =
            (DOMImplementationLS)
                DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        LSInput input = dom.createLSInput();
        String name = systemId == null ? "" : systemId;
        String address = base == null ? name : URI.create(base).resolve(name).toString();
        if (systemId == null && "http://www.w3.org/XML/1998/namespace".equals(namespace)) {
          address = "http://www.w3.org/2001/xml.xsd";
        }
        input.setSystemId(address);
        InputStream in = open(address);
        if (in == null) {
          throw new IllegalStateException("No schema here for " + namespace + " at " + address);
        }
        input.setByteStream(in);
        return input;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

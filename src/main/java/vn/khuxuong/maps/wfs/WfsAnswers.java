package vn.khuxuong.maps.wfs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import vn.khuxuong.maps.filter.Reach;
import vn.khuxuong.maps.gml.GmlSchema;
import vn.khuxuong.maps.gml.GmlVersion;
import vn.khuxuong.maps.layer.Edition;
import vn.khuxuong.maps.layer.Editions;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.query.PageOutput;
import vn.khuxuong.maps.query.StreamGate;
import vn.khuxuong.maps.wfs.WfsException.Code;
import vn.khuxuong.platform.web.BaseUrl;
import vn.khuxuong.platform.web.EntityTag;
import vn.khuxuong.platform.web.Language;

/** Answers each operation, and puts the answer into HTTP. */
@Component
class WfsAnswers {
  private static final String XML = "text/xml;charset=UTF-8";
  private static final int PIECE_BYTES = 1 << 15;

  private final WfsCapabilities capabilities;
  private final FeatureTypes types;
  private final GetFeature reader;
  private final FeatureAnswers features;
  private final StreamGate gate;
  private final Editions editions;
  private final BaseUrl baseUrl;

  WfsAnswers(
      WfsCapabilities capabilities,
      FeatureTypes types,
      GetFeature reader,
      FeatureAnswers features,
      StreamGate gate,
      Editions editions,
      BaseUrl baseUrl) {
    this.capabilities = capabilities;
    this.types = types;
    this.reader = reader;
    this.features = features;
    this.gate = gate;
    this.editions = editions;
    this.baseUrl = baseUrl;
  }

  void answer(
      WfsRequest request,
      Set<String> roles,
      Language language,
      HttpServletRequest http,
      HttpServletResponse response)
      throws IOException {
    Kvp kvp = request.kvp();
    String operation =
        Operations.find(request.operation())
            .orElseThrow(
                () ->
                    new WfsException(
                        Code.NOT_SUPPORTED,
                        "Dịch vụ không có phép " + WfsException.quoted(request.operation()) + ".",
                        "There is no operation "
                            + WfsException.quoted(request.operation())
                            + ": this service is to read with.",
                        "request"));
    if (!operation.equals(Operations.GET_CAPABILITIES)) {
      requireVersion(kvp);
    }
    String root = baseUrl.of(http);
    switch (operation) {
      case Operations.GET_CAPABILITIES -> {
        negotiate(kvp);
        document(XML, capabilities.document(roles, language, root), roles, http, response);
      }
      case Operations.DESCRIBE_FEATURE_TYPE ->
          document(
              GmlVersion.V3_2.mediaType(),
              GmlSchema.write(described(kvp, roles), GmlVersion.V3_2, language),
              roles,
              http,
              response);
      case Operations.LIST_STORED_QUERIES ->
          document(XML, StoredQueries.list(types.all(roles), language), roles, http, response);
      case Operations.DESCRIBE_STORED_QUERIES -> {
        for (String id : kvp.find("storedQuery_Id").orElse(StoredQueries.BY_ID).split(",")) {
          StoredQueries.require(id);
        }
        document(XML, StoredQueries.describe(types.all(roles), language), roles, http, response);
      }
      default ->
          features(
              reader.read(
                  new WfsRequest(operation, kvp, request.filter(), request.address()), roles),
              request.address() ? new PageLinks(root + "/wfs", kvp.all()) : null,
              roles,
              root,
              http,
              response);
    }
  }

  private List<Layer> described(Kvp kvp, Set<String> roles) {
    Output.of(kvp.find("outputFormat").filter(format -> !format.contains("XMLSCHEMA")));
    return types.list(kvp.find("typeNames").or(() -> kvp.find("typeName")), roles);
  }

  /** OGC 06-121r3, 7.3.2: the first of the versions a client accepts that is spoken here. */
  private static void negotiate(Kvp kvp) {
    Optional<String> accepted = kvp.find("acceptVersions");
    if (accepted.isPresent() && Stream.of(accepted.get().split(",")).noneMatch(WfsAnswers::is20)) {
      throw new WfsException(
          Code.VERSION,
          "Dịch vụ chỉ có phiên bản 2.0.0.",
          "The service speaks version 2.0.0 only.",
          "acceptVersions");
    }
  }

  private static boolean is20(String version) {
    return version.strip().matches("2\\.0(\\.[0-9])?");
  }

  private static void requireVersion(Kvp kvp) {
    Optional<String> version = kvp.find("version");
    if (version.isPresent() && !is20(version.get())) {
      throw WfsException.invalid("version", "phải là 2.0.0", "must be 2.0.0");
    }
  }

  private void features(
      FeatureRequest request,
      @Nullable PageLinks self,
      Set<String> roles,
      String root,
      HttpServletRequest http,
      HttpServletResponse response)
      throws IOException {
    String variant = request.output().name() + "-" + String.join("-", new TreeSet<>(roles));
    Edition edition = editions.of(List.of(request.layer()), Reach.of(request.filter()));
    if (isKnown(edition.etag(variant), "Authorization, Cookie", roles, http, response)) {
      return;
    }
    FeatureAnswers.Head head = features.head(request, edition.changedAt(), self);
    if (request.single() && head.returned() == 0) {
      throw new WfsException(
          Code.NOT_FOUND,
          "Không có đối tượng mang mã này.",
          "There is no feature of this name.",
          "id");
    }
    boolean json = request.output() == Output.GEOJSON && request.valueReference() == null;
    response.setContentType((json ? Output.GEOJSON : Output.GML).mediaType());
    PageOutput output = new PageOutput(response::getOutputStream, gate);
    OutputStream pieces = new BufferedOutputStream(output, PIECE_BYTES);
    try {
      features.write(request, head, root, pieces);
      pieces.flush();
      output.close();
    } finally {
      output.giveBack();
    }
  }

  /** Writes the headers that 304 has as well; true if that is the answer. A POST has no tag. */
  private static boolean isKnown(
      String tag,
      String vary,
      Set<String> roles,
      HttpServletRequest http,
      HttpServletResponse response) {
    response.setHeader(
        HttpHeaders.CACHE_CONTROL, roles.isEmpty() ? "no-cache, public" : "no-cache, private");
    response.setHeader(HttpHeaders.VARY, vary);
    return !http.getMethod().equals("POST")
        && new ServletWebRequest(http, response).checkNotModified(tag);
  }

  /** Sends what is in the language of the request and known by its content. */
  private static void document(
      String type,
      byte[] document,
      Set<String> roles,
      HttpServletRequest http,
      HttpServletResponse response)
      throws IOException {
    String vary = "Accept-Language, Authorization, Cookie";
    if (!isKnown(EntityTag.of(document), vary, roles, http, response)) {
      response.setContentType(type);
      response.getOutputStream().write(document);
    }
  }
}

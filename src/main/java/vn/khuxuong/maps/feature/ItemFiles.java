package vn.khuxuong.maps.feature;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.encoding.CsvFeatures;
import vn.khuxuong.maps.encoding.FeatureWriter;
import vn.khuxuong.maps.encoding.FlatGeobufFeatures;
import vn.khuxuong.maps.encoding.KmlFeatures;
import vn.khuxuong.maps.encoding.Utf8Out;
import vn.khuxuong.maps.query.FeatureQuery;
import vn.khuxuong.maps.query.Features;
import vn.khuxuong.maps.query.PageOutput;
import vn.khuxuong.maps.query.StreamGate;

/** All features that a request asks for as a file, sent while they are read. */
@Component
class ItemFiles {

  private final Features features;
  private final StreamGate gate;
  private final GeoPackageFiles geoPackages;

  ItemFiles(Features features, StreamGate gate, GeoPackageFiles geoPackages) {
    this.features = features;
    this.gate = gate;
    this.geoPackages = geoPackages;
  }

  /** The query as the format needs it: KML is in WGS 84 whatever was asked for. */
  static FeatureQuery suited(FeatureQuery query, Format format) {
    return format == Format.KML ? query.with(Crs.CRS84) : query;
  }

  void file(Visit visit, FeatureQuery query, HttpServletResponse response) throws IOException {
    if (visit.format() == Format.GEOPACKAGE) {
      geoPackages.file(visit, query, response);
      return;
    }
    PageOutput output =
        new PageOutput(
            () -> {
              head(visit, query, response);
              return response.getOutputStream();
            },
            gate);
    FeatureWriter writer = writer(visit, query, output);
    try {
      writer.begin();
      features.read(query, writer::feature);
      writer.end();
      output.close();
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    } finally {
      output.giveBack();
    }
  }

  /**
   * Says what the file is, that it is to be kept as one, and that it comes whole only: it is made
   * anew each time, so asking for a part would cost as much as all of it.
   */
  static void head(Visit visit, FeatureQuery query, HttpServletResponse response) {
    response.setContentType(visit.format().mediaType());
    String name = visit.format().fileName(query.layer().id());
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "none");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
  }

  private static FeatureWriter writer(Visit visit, FeatureQuery query, PageOutput output) {
    return switch (visit.format()) {
      case FLATGEOBUF ->
          new FlatGeobufFeatures(
              output, query.layer(), query.fields(), query.shapes(), query.crs(), visit::say);
      case KML ->
          new KmlFeatures(
              new Utf8Out(output), query.layer(), query.fields(), visit.say(query.layer().title()));
      case CSV -> new CsvFeatures(new Utf8Out(output), query.layer(), query.fields(), query.crs());
      default -> throw new IllegalArgumentException(visit.format() + " is no streamed file");
    };
  }
}

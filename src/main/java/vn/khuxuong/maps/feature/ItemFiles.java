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
import vn.khuxuong.maps.encoding.KmlFeatures;
import vn.khuxuong.maps.encoding.Utf8Out;
import vn.khuxuong.maps.query.FeatureQuery;
import vn.khuxuong.maps.query.Features;
import vn.khuxuong.maps.query.StreamGate;

/** All features that a request asks for as a file, sent while they are read. */
@Component
class ItemFiles {

  private final Features features;
  private final StreamGate gate;

  ItemFiles(Features features, StreamGate gate) {
    this.features = features;
    this.gate = gate;
  }

  /** The query as the format needs it: KML is in WGS 84 whatever was asked for. */
  static FeatureQuery suited(FeatureQuery query, Format format) {
    return format == Format.KML ? query.with(Crs.CRS84) : query;
  }

  void file(Visit visit, FeatureQuery query, HttpServletResponse response) throws IOException {
    Format format = visit.format();
    PageOutput output =
        new PageOutput(
            () -> {
              response.setContentType(format.mediaType());
              String name = query.layer().id() + "." + format.word();
              response.setHeader(
                  HttpHeaders.CONTENT_DISPOSITION,
                  ContentDisposition.attachment().filename(name).build().toString());
              return response.getOutputStream();
            },
            gate);
    Utf8Out out = new Utf8Out(output);
    FeatureWriter writer =
        format == Format.KML
            ? new KmlFeatures(out, query.layer(), query.fields(), visit.say(query.layer().title()))
            : new CsvFeatures(out, query.layer(), query.fields(), query.crs());
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
}

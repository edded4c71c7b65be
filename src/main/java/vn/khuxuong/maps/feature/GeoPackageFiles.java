package vn.khuxuong.maps.feature;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.encoding.FileFullException;
import vn.khuxuong.maps.encoding.GeoPackageFeatures;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.query.FeatureQuery;
import vn.khuxuong.maps.query.Features;
import vn.khuxuong.maps.query.StreamGate;

/**
 * GeoPackages of all features that a request asks for. Such a file can only be sent when it is
 * whole: it is written to disk first, a few at a time, and is gone from there as soon as it is sent
 * or given up.
 */
@Component
class GeoPackageFiles {

  /** Bytes that a file may have; told in the description of the service. */
  static final long MOST_BYTES = 2L << 30;

  private final Features features;
  private final StreamGate gate;
  private final Path folder;
  private final long most;

  /**
   * @param places how many files at a time may be on disk
   * @param folder where they are written, empty for the system's folder of temporary files
   */
  GeoPackageFiles(
      Features features,
      @Value("${khu.published.geopackages:2}") int places,
      @Value("${khu.published.geopackage-folder:}") String folder,
      @Value("${khu.published.geopackage-bytes:" + MOST_BYTES + "}") long most) {
    this.features = features;
    this.gate = new StreamGate(places);
    this.folder = Path.of(folder.isEmpty() ? System.getProperty("java.io.tmpdir") : folder);
    this.most = most;
  }

  void file(Visit visit, FeatureQuery query, HttpServletResponse response) throws IOException {
    StreamGate.Place place = gate.enter();
    Path file = null;
    try {
      file = Files.createTempFile(folder, "khuxuong-", ".gpkg");
      write(visit, query, file);
      long length = Files.size(file);
      // the name goes when the file is opened, the content when it is closed
      try (InputStream content = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)) {
        ItemFiles.head(visit, query, response);
        response.setContentLengthLong(length);
        content.transferTo(response.getOutputStream());
      }
    } finally {
      if (file != null) {
        Files.deleteIfExists(file);
      }
      place.close();
    }
  }

  private void write(Visit visit, FeatureQuery query, Path file) throws IOException {
    try (GeoPackageFeatures writer =
        new GeoPackageFeatures(
            file, most, query.layer(), query.fields(), query.shapes(), query.crs(), visit::say)) {
      writer.begin();
      features.read(query, writer::feature);
      writer.end();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof FileFullException full) {
        throw tooLarge(full);
      }
      throw e.getCause();
    } catch (FileFullException e) {
      throw tooLarge(e);
    }
  }

  private RuntimeException tooLarge(FileFullException e) {
    long megabytes = most >> 20;
    return MapsProblem.TOO_MUCH
        .with(
            "Tệp GeoPackage sẽ lớn hơn " + megabytes + " MiB.",
            "The GeoPackage would be larger than " + megabytes + " MiB.")
        .field("f")
        .remedy(
            "Hãy thu hẹp bằng bbox hoặc filter, hoặc dùng f=fgb, định dạng không có giới hạn.",
            "Narrow it down with bbox or filter, or take f=fgb, which has no such limit.")
        .causedBy(e);
  }
}

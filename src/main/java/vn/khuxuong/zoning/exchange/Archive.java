package vn.khuxuong.zoning.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Unpacks an archive into a workspace. Names inside never become paths: members get names of our
 * own. Sizes are counted as they come, not as the archive claims.
 */
final class Archive {
  private static final Set<String> ARCHIVES = Set.of("zip", "kmz", "7z", "rar", "gz", "tar", "jar");

  /** What is of use; everything else stays packed. */
  private static final Set<String> WANTED =
      Set.of("shp", "dbf", "prj", "cpg", "kml", "gpkg", "geojson", "json", "dxf", "csv", "fgb");

  private final Workspace workspace;
  private final ImportLimits limits;
  private long unpacked;

  private Archive(Workspace workspace, ImportLimits limits) {
    this.workspace = workspace;
    this.limits = limits;
  }

  /**
   * Unpacks what is of use.
   *
   * @return files by the name they had, without folders; several members of one Shapefile share
   *     their name up to the ending
   */
  static Map<String, Path> unpack(Path zip, Workspace workspace, ImportLimits limits)
      throws IOException {
    return new Archive(workspace, limits).unpack(zip);
  }

  private Map<String, Path> unpack(Path zip) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    Map<String, Integer> stems = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    long packed = Math.max(1, Files.size(zip));
    try (ZipFile archive = new ZipFile(zip.toFile(), StandardCharsets.ISO_8859_1)) {
      if (archive.size() > limits.entries()) {
        throw unsafe(
            "có hơn " + limits.entries() + " tệp",
            "it has more than " + limits.entries() + " files");
      }
      for (Enumeration<? extends ZipEntry> all = archive.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        checkName(entry.getName());
        String name = fileName(entry.getName());
        if (entry.isDirectory() || name.startsWith(".") || entry.getName().contains("__MACOSX")) {
          continue;
        }
        String extension = extension(name);
        if (ARCHIVES.contains(extension)) {
          throw unsafe("có tệp nén lồng bên trong", "it holds another archive");
        }
        if (!WANTED.contains(extension)) {
          continue;
        }
        String stem = entry.getName().substring(0, entry.getName().lastIndexOf('.'));
        int number = stems.computeIfAbsent(stem.toLowerCase(Locale.ROOT), s -> stems.size());
        String own = "part" + number + "." + extension;
        if (!seen.add(own)) {
          throw unsafe("có hai tệp trùng tên", "two of its files have one name");
        }
        Path target = workspace.file(own);
        try (InputStream in = archive.getInputStream(entry)) {
          copy(in, target, packed);
        }
        files.put(VietnameseText.ofBytes(name.getBytes(StandardCharsets.ISO_8859_1)), target);
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw BadFile.BROKEN.with("Tệp nén hỏng.", "The archive is broken.");
    }
    return files;
  }

  private void copy(InputStream in, Path target, long packed) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        unpacked += n;
        if (unpacked > limits.unpackedBytes()
            || (unpacked > 1_000_000 && unpacked / packed > limits.ratio())) {
          throw unsafe(
              "bung ra quá lớn so với kích thước (bom nén)",
              "it unpacks to far more than its size (a zip bomb)");
        }
        out.write(buffer, 0, n);
      }
    }
  }

  private static void checkName(String name) {
    String path = name.replace('\\', '/');
    boolean climbs = ("/" + path + "/").contains("/../");
    if (climbs || path.startsWith("/") || path.matches("[A-Za-z]:.*") || path.indexOf('\0') >= 0) {
      throw unsafe("có tên tệp trỏ ra ngoài (zip slip)", "a name in it points outside (zip slip)");
    }
  }

  private static String fileName(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** Ending of a file name in lower case, without the dot; empty where there is none. */
  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static ProblemException unsafe(String vi, String en) {
    return BadFile.UNSAFE_ARCHIVE
        .with("Tệp nén bị từ chối: " + vi + ".", "The archive is refused: " + en + ".")
        .remedy(
            "Chỉ nén các tệp của một bản vẽ (.shp, .dbf, .prj, .cpg).",
            "Pack only the files of one drawing (.shp, .dbf, .prj, .cpg).");
  }
}

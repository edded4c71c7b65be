package vn.khuxuong.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installed PostgreSQL with PostGIS.
 *
 * @param major PostgreSQL's major version
 * @param bin folder of {@code initdb} and {@code pg_ctl}
 */
record PostgresBinaries(int major, Path bin) {
  static final int OLDEST = 15;

  /** Where distributions put {@code <major>/bin}; PostGIS stands beside, under share. */
  private static final List<Layout> LAYOUTS =
      List.of(
          new Layout(Path.of("/usr/lib/postgresql"), Path.of("/usr/share/postgresql")),
          new Layout(Path.of("/usr/local/lib/postgresql"), Path.of("/usr/local/share/postgresql")));

  private record Layout(Path binaries, Path share) {}

  /** All usable installations, newest first. */
  static List<PostgresBinaries> installed() {
    return LAYOUTS.stream()
        .flatMap(PostgresBinaries::in)
        .sorted(Comparator.comparingInt(PostgresBinaries::major).reversed())
        .toList();
  }

  /** The installation for a cluster of the given major version. */
  static Optional<PostgresBinaries> of(int major) {
    return installed().stream().filter(b -> b.major() == major).findFirst();
  }

  private static Stream<PostgresBinaries> in(Layout layout) {
    if (!Files.isDirectory(layout.binaries())) {
      return Stream.of();
    }
    try (Stream<Path> versions = Files.list(layout.binaries())) {
      return versions
          .filter(v -> v.getFileName().toString().matches("\\d+"))
          .map(
              v ->
                  new PostgresBinaries(
                      Integer.parseInt(v.getFileName().toString()), v.resolve("bin")))
          .filter(b -> b.major() >= OLDEST && Files.isExecutable(b.bin().resolve("initdb")))
          .filter(b -> b.hasPostgis(layout.share()))
          .toList()
          .stream();
    } catch (IOException e) {
      return Stream.of();
    }
  }

  private boolean hasPostgis(Path share) {
    return Files.exists(share.resolve(major + "/extension/postgis.control"));
  }
}

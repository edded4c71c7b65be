package vn.khuxuong.zoning.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of its own for one file's reading or writing, gone afterwards whatever happens. What a
 * killed process left behind goes when the next one opens.
 */
final class Workspace implements AutoCloseable {
  static final String PREFIX = "khu-exchange-";

  /** The locked-up process runs as this user where ours is root. */
  static final String UNPRIVILEGED = "nobody";

  static final boolean ROOT = "root".equals(System.getProperty("user.name"));
  private static final Duration ABANDONED = Duration.ofHours(2);

  private final Path folder;

  private Workspace(Path folder) {
    this.folder = folder;
  }

  static Workspace open() {
    try {
      sweep(Path.of(System.getProperty("java.io.tmpdir")));
      Path folder =
          Files.createTempDirectory(
              PREFIX + ProcessHandle.current().pid() + "-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return new Workspace(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("No folder for temporary files", e);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path folder() {
    return folder;
  }

  /** Lets the locked-up process read and write here, and nobody else but us. */
  void handOver() throws IOException {
    if (!ROOT) {
      return;
    }
    var owner =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(UNPRIVILEGED);
    for (Path path : all()) {
      Files.setOwner(path, owner);
    }
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.toList();
    }
  }

  @Override
  public void close() {
    try {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Temporary files could not be removed", e);
    }
  }

  private static void sweep(Path parent) throws IOException {
    Instant old = Instant.now().minus(ABANDONED);
    try (Stream<Path> children = Files.list(parent)) {
      for (Path child : children.toList()) {
        if (String.valueOf(child.getFileName()).startsWith(PREFIX)
            && Files.getLastModifiedTime(child).toInstant().isBefore(old)) {
          delete(child);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

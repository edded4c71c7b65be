package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A folder of its own and all that was started, ended in turn however the bench ends, the last
 * first.
 */
final class Workshop implements AutoCloseable {
  private final Path folder;
  private final Deque<AutoCloseable> kept = new ArrayDeque<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  Workshop() throws IOException {
    folder = Files.createTempDirectory("khu-bench-");
    if (Child.isRoot()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x--x"));
      Files.setOwner(
          folder,
          folder
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(Child.UNPRIVILEGED));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "clean-up"));
  }

  /** Where configurations, sockets and logs lie. */
  Path folder() {
    return folder;
  }

  /** Ends this, too, at the end. */
  <T extends AutoCloseable> T keep(T started) {
    synchronized (kept) {
      kept.push(started);
    }
    return started;
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    synchronized (kept) {
      while (!kept.isEmpty()) {
        try {
          kept.pop().close();
        } catch (Exception e) {
          System.err.println("khu: not ended in order: " + e.getMessage());
        }
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      System.err.println("khu: " + folder + " could not be removed: " + e.getMessage());
    }
  }
}

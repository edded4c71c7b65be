package vn.khuxuong.space.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.khuxuong.platform.CommandFailure;
import vn.khuxuong.platform.database.Database;

/** The service in a process of its own, without its cache of answers. */
final class Service implements AutoCloseable {
  private static final long READY_SECONDS = 300;
  private static final long STOP_SECONDS = 20;

  private final Process process;
  private final int port;
  private final Path output;

  private Service(Process process, int port, Path output) {
    this.process = process;
    this.port = port;
    this.output = output;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param maps folder of layers and styles
   * @throws CommandFailure if it does not get ready
   */
  static Service start(Database database, Path maps) {
    try {
      int port;
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      Path output = Files.createTempFile("khu-bench-search", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(
                  List.of(
                      ProcessHandle.current().info().command().orElse("java"),
                      "-Xmx768m",
                      "-XX:+UseG1GC",
                      "-Djava.awt.headless=true",
                      "-cp",
                      System.getProperty("java.class.path"),
                      "vn.khuxuong.Khuxuong",
                      "serve",
                      "--port",
                      String.valueOf(port)))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder
          .environment()
          .putAll(
              Map.of(
                  "KHU_DB_URL", database.url(),
                  "KHU_DB_USER", database.user(),
                  "KHU_DB_PASSWORD", database.password(),
                  "KHU_MAPS", maps.toAbsolutePath().toString(),
                  "KHU_DEMO", "off",
                  "KHU_MAPWARMUP", "0s",
                  "KHU_SEARCH_CACHESIZE", "0B"));
      Service service = new Service(builder.start(), port, output);
      service.await();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await() throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() - until > 0) {
        List<String> lines = Files.readAllLines(output);
        close();
        throw new CommandFailure(
            "The service did not get ready: "
                + String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size())));
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CommandFailure("Interrupted");
      }
    }
  }

  private boolean isReady() {
    try (HttpDoor door = open()) {
      return door.get("/actuator/health/readiness") == 200;
    } catch (IOException e) {
      return false;
    }
  }

  HttpDoor open() throws IOException {
    return new HttpDoor(port);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (IOException e) {
      // a file in the temporary folder stays
    }
  }
}

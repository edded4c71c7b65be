package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import vn.khuxuong.platform.CommandFailure;

/** A process that the bench started, and that ends with it. */
final class Child implements AutoCloseable {
  /** Whom servers run as when the bench is root. */
  static final String UNPRIVILEGED = "nobody";

  private static final long READY_SECONDS = 120;
  private static final long STOP_SECONDS = 20;
  private static final int LAST_LINES = 5;

  private final String name;
  private final Process process;
  private final Path log;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** Starts a program; its output goes to a file. */
  static Child start(String name, List<String> command, Map<String, String> environment, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      return new Child(name, builder.start(), log);
    } catch (IOException e) {
      throw new CommandFailure(name + " did not start: " + e.getMessage());
    }
  }

  /** The command, run by somebody without rights where this process has all of them. */
  static List<String> unprivileged(List<String> command) {
    if (!isRoot()) {
      return command;
    }
    List<String> line = new ArrayList<>(List.of("runuser", "-u", UNPRIVILEGED, "--"));
    line.addAll(command);
    return line;
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** A port that is free now. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until it is ready.
   *
   * @throws CommandFailure with its last lines, if it ends before or takes too long
   */
  void await(BooleanSupplier ready) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (!ready.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() - until > 0) {
        throw new CommandFailure(name + " did not get ready: " + lastLines());
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CommandFailure("Interrupted");
      }
    }
  }

  String lastLines() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join(
          " / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "no output";
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}

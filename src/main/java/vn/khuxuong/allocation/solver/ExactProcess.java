package vn.khuxuong.allocation.solver;

import com.google.ortools.sat.CpModelProto;
import com.google.ortools.sat.CpSolverResponse;
import com.google.ortools.sat.SatParameters;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * One {@link ExactWorker} seen from its parent. What it may take is limited twice: CP-SAT is told
 * to give up at its limits, and the process is killed if it does not keep them. A process that has
 * failed or was killed is not used again.
 */
final class ExactProcess implements AutoCloseable {
  /** Megabytes a worker may have resident beyond what CP-SAT is allowed: Java, code, model. */
  private static final int OVERHEAD_MB = 512;

  private static final long POLL_MILLIS = 20;
  private static final double GRACE_SECONDS = 5;
  private static final double START_SECONDS = 120;
  private static final int PAGES_PER_MB = 256;

  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream answers;

  /** When it had said that it is ready, on the clock of {@link System#nanoTime}; 0 before. */
  private volatile long readyAt;

  /**
   * Starts a worker; does not wait for it.
   *
   * @param command starts the worker, as for {@link ProcessBuilder}
   * @throws IOException if there is no such program
   */
  ExactProcess(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /** Starts the Java that runs here on the same classes, with little memory of its own. */
  static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx192m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-cp",
        System.getProperty("java.class.path"),
        ExactWorker.class.getName());
  }

  /**
   * Solves one model.
   *
   * @param seconds after which, and a little grace, the process is killed, not counting its start;
   *     infinite for no limit
   * @param stop polled from the calling thread; kills the process when it turns true
   * @throws IOException when the process died, was killed or talks nonsense
   */
  CpSolverResponse solve(
      CpModelProto model, SatParameters parameters, double seconds, BooleanSupplier stop)
      throws IOException, InterruptedException {
    FutureTask<CpSolverResponse> task = new FutureTask<>(() -> ask(model, parameters));
    Thread thread = new Thread(task, "allocation-exact");
    thread.setDaemon(true);
    thread.start();
    long began = System.nanoTime();
    boolean done = false;
    try {
      while (true) {
        try {
          CpSolverResponse response = task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
          done = true;
          return response;
        } catch (TimeoutException e) {
          if (stop.getAsBoolean()) {
            throw new IOException("stopped");
          }
          boolean ready = readyAt != 0;
          double taken = (System.nanoTime() - (ready ? Math.max(began, readyAt) : began)) / 1e9;
          if (taken > (ready ? seconds + GRACE_SECONDS : START_SECONDS)) {
            throw new IOException("took longer than it was allowed");
          }
          if (residentMb() > parameters.getMaxMemoryInMb() + OVERHEAD_MB) {
            throw new IOException("took more memory than it was allowed");
          }
        } catch (ExecutionException e) {
          throw new IOException(
              "its process ended" + (process.isAlive() ? "" : " with " + process.exitValue()),
              e.getCause());
        }
      }
    } finally {
      if (!done) {
        close();
      }
    }
  }

  private CpSolverResponse ask(CpModelProto model, SatParameters parameters) throws IOException {
    if (readyAt == 0) {
      if (answers.readInt() != ExactWorker.READY) {
        throw new IOException("not a worker");
      }
      readyAt = Math.max(1, System.nanoTime());
    }
    ExactWorker.write(requests, parameters.toByteArray());
    ExactWorker.write(requests, model.toByteArray());
    return CpSolverResponse.parseFrom(ExactWorker.block(answers));
  }

  /** Megabytes the process has resident; 0 where the system does not tell. */
  private long residentMb() {
    try {
      Path file = Path.of("/proc", String.valueOf(process.pid()), "statm");
      List<String> fields = Arrays.asList(Files.readString(file).split(" "));
      return Long.parseLong(fields.get(1)) / PAGES_PER_MB;
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Ends the process at once. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}

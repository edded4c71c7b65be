package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks one peer for a while from some threads, each with a stream of requests of its own: the same
 * streams for whoever is asked with the same seed.
 */
final class LoadRun {
  private static final int MOST_ERRORS_TOLD = 3;

  private LoadRun() {}

  /**
   * What came of it.
   *
   * @param seconds it lasted
   * @param nanos of every good answer, ascending
   * @param cpuSeconds of the peer's own processes
   * @param databaseSeconds CPU of the database
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
  record Result(
      double seconds,
      long[] nanos,
      long bytes,
      int errors,
      List<String> told,
      double cpuSeconds,
      double databaseSeconds) {

    /** Puts runs of one peer together. */
    static Result of(List<Result> runs) {
      List<String> told = runs.stream().flatMap(run -> run.told().stream()).toList();
      return new Result(
          runs.stream().mapToDouble(Result::seconds).sum(),
          runs.stream().flatMapToLong(run -> Arrays.stream(run.nanos())).sorted().toArray(),
          runs.stream().mapToLong(Result::bytes).sum(),
          runs.stream().mapToInt(Result::errors).sum(),
          told.subList(0, Math.min(MOST_ERRORS_TOLD, told.size())),
          runs.stream().mapToDouble(Result::cpuSeconds).sum(),
          runs.stream().mapToDouble(Result::databaseSeconds).sum());
    }

    double perSecond() {
      return nanos.length / seconds;
    }

    /** Milliseconds within which this share of the answers came; 0 without answers. */
    double percentileMs(double share) {
      int rank = (int) Math.ceil(share * nanos.length) - 1;
      return nanos.length == 0 ? 0 : nanos[Math.max(0, rank)] / 1e6;
    }

    double kib() {
      return nanos.length == 0 ? 0 : bytes / 1024.0 / nanos.length;
    }

    /** CPU milliseconds a request. */
    double perRequestMs(double cpu) {
      return nanos.length == 0 ? 0 : cpu * 1000 / nanos.length;
    }
  }

  /** Opens a connection. */
  interface Door {
    Peer.Session open() throws IOException;
  }

  /**
   * Runs for a time.
   *
   * @param next the next request of a stream
   * @param processes of the peer
   * @param database processes of the database
   */
  static Result run(
      Door door,
      Function<Random, Ask> next,
      int threads,
      double seconds,
      long seed,
      Supplier<Set<Long>> processes,
      Supplier<List<Long>> database) {
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker(door, next, new Random(seed * 1009 + i)));
    }
    Map<Long, Double> own = Processor.seconds(processes.get());
    Map<Long, Double> shared = Processor.seconds(database.get());
    long start = System.nanoTime();
    long until = start + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    workers.forEach(worker -> worker.begin(until));
    workers.forEach(Worker::end);
    double lasted = (System.nanoTime() - start) / 1e9;
    double cpu = Processor.between(own, Processor.seconds(new TreeSet<>(processes.get())));
    double cpuOfDatabase = Processor.between(shared, Processor.seconds(database.get()));
    return new Result(
        lasted,
        workers.stream().flatMapToLong(worker -> worker.taken()).sorted().toArray(),
        workers.stream().mapToLong(worker -> worker.bytes).sum(),
        workers.stream().mapToInt(worker -> worker.errors).sum(),
        workers.stream().flatMap(worker -> worker.told.stream()).limit(MOST_ERRORS_TOLD).toList(),
        cpu,
        cpuOfDatabase);
  }

  private static final class Worker {
    private final Door door;
    private final Function<Random, Ask> next;
    private final Random random;
    private final List<String> told = new ArrayList<>();
    private long[] nanos = new long[4096];
    private int count;
    private long bytes;
    private int errors;
    private Thread thread = Thread.currentThread();

    Worker(Door door, Function<Random, Ask> next, Random random) {
      this.door = door;
      this.next = next;
      this.random = random;
    }

    void begin(long until) {
      thread = new Thread(() -> work(until), "load");
      thread.start();
    }

    void end() {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted", e);
      }
    }

    java.util.stream.LongStream taken() {
      return Arrays.stream(nanos, 0, count);
    }

    private void work(long until) {
      try (Peer.Session session = door.open()) {
        while (System.nanoTime() - until < 0) {
          one(session, next.apply(random));
        }
      } catch (IOException e) {
        fail("no connection: " + e.getMessage());
      }
    }

    private void one(Peer.Session session, Ask ask) {
      long start = System.nanoTime();
      try {
        Peer.Answer answer = session.ask(ask);
        if (!answer.ok()) {
          fail("status " + answer.status() + " for " + ask);
          return;
        }
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = System.nanoTime() - start;
        bytes += answer.length();
      } catch (IOException e) {
        fail(e.getMessage() + " for " + ask);
      }
    }

    private void fail(String what) {
      errors++;
      if (told.size() < MOST_ERRORS_TOLD) {
        told.add(what);
      }
    }
  }
}

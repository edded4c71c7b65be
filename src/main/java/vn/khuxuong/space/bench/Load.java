package vn.khuxuong.space.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Clients that ask one after the other for a while, each its own stream of searches. */
final class Load {
  private static final int MOST_TOLD = 3;

  private Load() {}

  /**
   * What came of it.
   *
   * @param nanos of every answer, ascending
   * @param faults what went wrong, some of it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and too many to box
  record Result(double seconds, long[] nanos, int errors, List<String> faults) {

    static Result of(List<Result> runs) {
      return new Result(
          runs.stream().mapToDouble(Result::seconds).sum(),
          runs.stream().flatMapToLong(run -> Arrays.stream(run.nanos())).sorted().toArray(),
          runs.stream().mapToInt(Result::errors).sum(),
          runs.stream().flatMap(run -> run.faults().stream()).limit(MOST_TOLD).toList());
    }

    double perSecond() {
      return nanos.length / seconds;
    }

    /** Milliseconds within which this share of the answers came; 0 without answers. */
    double ms(double share) {
      int rank = (int) Math.ceil(share * nanos.length) - 1;
      return nanos.length == 0 ? 0 : nanos[Math.max(0, rank)] / 1e6;
    }
  }

  /** Runs for a time; the same seed asks the same of whoever is asked. */
  static Result run(
      Door.Opener opener, Function<Random, Ask> next, int clients, double seconds, long seed) {
    List<Client> all = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      all.add(new Client(opener, next, new Random(seed * 1009 + i)));
    }
    long start = System.nanoTime();
    long until = start + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    List<Thread> threads = new ArrayList<>();
    for (Client client : all) {
      Thread thread = new Thread(() -> client.work(until), "load");
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted", e);
      }
    }
    return new Result(
        (System.nanoTime() - start) / 1e9,
        all.stream().flatMapToLong(Client::taken).sorted().toArray(),
        all.stream().mapToInt(client -> client.errors).sum(),
        all.stream().flatMap(client -> client.faults.stream()).limit(MOST_TOLD).toList());
  }

  private static final class Client {
    private final Door.Opener opener;
    private final Function<Random, Ask> next;
    private final Random random;
    private final List<String> faults = new ArrayList<>();
    private long[] nanos = new long[4096];
    private int count;
    private int errors;

    Client(Door.Opener opener, Function<Random, Ask> next, Random random) {
      this.opener = opener;
      this.next = next;
      this.random = random;
    }

    LongStream taken() {
      return Arrays.stream(nanos, 0, count);
    }

    void work(long until) {
      try (Door door = opener.open()) {
        while (System.nanoTime() - until < 0) {
          Ask ask = next.apply(random);
          long start = System.nanoTime();
          door.ask(ask);
          if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
          }
          nanos[count++] = System.nanoTime() - start;
        }
      } catch (IOException e) {
        errors++;
        faults.add(String.valueOf(e.getMessage()));
      }
    }
  }
}

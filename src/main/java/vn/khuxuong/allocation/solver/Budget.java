package vn.khuxuong.allocation.solver;

/**
 * How much work one solve may do.
 *
 * @param seconds most wall-clock seconds; {@link Double#POSITIVE_INFINITY} for none
 * @param iterations most iterations of the search; {@link Long#MAX_VALUE} for none
 * @param seed seed of every random choice
 * @param threads threads the search splits its work over; part of what decides the answer
 */
public record Budget(double seconds, long iterations, long seed, int threads) {
  /** Megabytes the exact solver may use before it gives up. */
  static final int EXACT_MEMORY_MB = 1024;

  public Budget {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("seconds must be above 0");
    }
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations must be at least 1");
    }
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException("threads must be 1 to 64");
    }
    if (Double.isInfinite(seconds) && iterations == Long.MAX_VALUE) {
      throw new IllegalArgumentException("a budget needs a limit: seconds or iterations");
    }
  }

  /** A budget of time: the answer depends on the machine's speed. */
  public static Budget ofSeconds(double seconds, long seed) {
    return new Budget(seconds, Long.MAX_VALUE, seed, 2);
  }

  /** A budget of work: the same seed gives the same answer on any machine. */
  public static Budget ofIterations(long iterations, long seed) {
    return new Budget(Double.POSITIVE_INFINITY, iterations, seed, 2);
  }

  /** Whether no clock has a say in the answer. */
  public boolean reproducible() {
    return Double.isInfinite(seconds);
  }
}

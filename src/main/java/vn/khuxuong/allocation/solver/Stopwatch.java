package vn.khuxuong.allocation.solver;

/** The one clock of the package: tells how much of a budget's seconds is used. */
final class Stopwatch {
  private final long began = System.nanoTime();
  private final double seconds;

  Stopwatch(double seconds) {
    this.seconds = seconds;
  }

  double elapsed() {
    return (System.nanoTime() - began) / 1e9;
  }

  /** Seconds that are left; infinite without a limit. */
  double left() {
    return Math.max(0, seconds - elapsed());
  }

  /** Share of the seconds that is used, 0 to 1; 0 without a limit. */
  double used() {
    return Double.isInfinite(seconds) ? 0 : Math.min(1, elapsed() / seconds);
  }

  boolean passed(double share) {
    return !Double.isInfinite(seconds) && elapsed() >= seconds * share;
  }
}

package vn.khuxuong.maps.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;

/**
 * Asks a service until its JVM has compiled what matters: a fresh one spends more on compiling than
 * on answering, and measures the compiler.
 */
final class WarmUp {
  private static final int CLIENTS = 4;
  private static final double TURN_SECONDS = 1;
  private static final double FEW = 0.02;

  /** So long the compilers must have had little to do: they rest between two bursts as well. */
  private static final double CALM_SECONDS = 10;

  private static final long SEED = 4711;

  private final Turns turns;
  private final Set<Mix> mixes;
  private final double mostSeconds;
  private final PrintStream out;

  /**
   * @param mostSeconds after which it is enough in any case
   */
  WarmUp(Turns turns, Set<Mix> mixes, double mostSeconds, PrintStream out) {
    this.turns = turns;
    this.mixes = mixes;
    this.mostSeconds = mostSeconds;
    this.out = out;
  }

  void of(OurService service) {
    long process = service.processes().iterator().next();
    long start = System.nanoTime();
    double share = 1;
    double seconds = 0;
    double calm = 0;
    for (int round = 0; calm < CALM_SECONDS && seconds < mostSeconds && !mixes.isEmpty(); round++) {
      double compiled = Processor.compilerSeconds(process);
      double before = Processor.total(service.processes());
      for (Mix mix : mixes) {
        turns.take(service, mix, CLIENTS, TURN_SECONDS, SEED + round);
      }
      double spent = Processor.total(service.processes()) - before;
      share = spent > 0 ? (Processor.compilerSeconds(process) - compiled) / spent : 0;
      double now = (System.nanoTime() - start) / 1e9;
      calm = share > FEW ? 0 : calm + now - seconds;
      seconds = now;
    }
    out.printf(
        Locale.ROOT,
        "Warmed up %s for %.0f s; of its CPU the compilers still take %.0f %%%n",
        service.name(),
        seconds,
        share * 100);
  }
}

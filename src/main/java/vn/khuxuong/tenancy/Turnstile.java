package vn.khuxuong.tenancy;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Turns;

/**
 * Lets a few changes of claims at a time into the database. Claims on one building take turns
 * there, so a crowd that wants one bay would otherwise wait with every connection of the pool in
 * its hands, and nobody else could even sign in; here it waits with empty hands, in the order of
 * arrival.
 */
@Component
public class Turnstile {
  private final Turns turns = new Turns(4, Duration.ofSeconds(30));

  /**
   * Does a change when it is its turn.
   *
   * @param change begins its transaction itself; must not pass a turnstile
   * @throws ProblemException {@link ApiProblem#BUSY} where the turn does not come for long
   */
  public <T> T pass(Supplier<T> change) {
    return turns.take(change);
  }
}

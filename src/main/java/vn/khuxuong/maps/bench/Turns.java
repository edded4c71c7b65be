package vn.khuxuong.maps.bench;

import java.util.List;
import java.util.function.Supplier;

/**
 * Gives peers their turns.
 *
 * @param database the processes of the database now
 */
record Turns(Places places, Supplier<List<Long>> database) {

  /** Has a peer answer a mix for a time. */
  LoadRun.Result take(Peer peer, Mix mix, int clients, double seconds, long seed) {
    return LoadRun.run(
        peer::open,
        random -> mix.next(places, random),
        clients,
        seconds,
        seed * 131 + mix.name().hashCode(),
        peer::processes,
        database);
  }
}

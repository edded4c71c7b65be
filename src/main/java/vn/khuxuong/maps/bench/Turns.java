package vn.khuxuong.maps.bench;

import java.util.List;
import java.util.function.Function;

/**
 * Gives peers their turns.
 *
 * @param database the processes of the database that work for a role now
 */
record Turns(Places places, Function<String, List<Long>> database) {

  /** Has a peer answer a mix for a time. */
  LoadRun.Result take(Peer peer, Mix mix, int clients, double seconds, long seed) {
    return LoadRun.run(
        peer::open,
        random -> mix.next(places, random),
        clients,
        seconds,
        seed * 131 + mix.word().hashCode(),
        peer::processes,
        () -> database.apply(peer.role()));
  }
}

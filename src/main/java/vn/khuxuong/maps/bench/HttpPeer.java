package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.util.function.Function;

/** A connection to an HTTP server, which puts each request into that server's words. */
record HttpPeer(Wire wire, Function<Ask, String> words) implements Peer.Session {

  HttpPeer(int port, Function<Ask, String> words) {
    this(new Wire(port), words);
  }

  @Override
  public Peer.Answer ask(Ask ask) throws IOException {
    return wire.get(words.apply(ask));
  }

  @Override
  public void close() {
    wire.close();
  }
}

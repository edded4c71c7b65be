package vn.khuxuong.maps.bench;

import java.io.IOException;
import java.util.Set;

/** Something that answers requests: our service, another server, the bare database. */
interface Peer {
  /** Its name in the report. */
  String name();

  /** Whether it answers requests of this kind at all. */
  boolean answers(Ask ask);

  /** A connection of its own for one thread. */
  Session open() throws IOException;

  /** Its processes, whose CPU time counts as its own; empty where that is not known. */
  Set<Long> processes();

  /** One thread's connection. */
  interface Session extends AutoCloseable {
    /**
     * Asks and waits for the whole answer.
     *
     * @throws IOException if there is none
     */
    Answer ask(Ask ask) throws IOException;

    @Override
    void close();
  }

  /**
   * An answer.
   *
   * @param status of HTTP; 200 or 204 is an answer
   * @param body only until the next request
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and reused
  record Answer(int status, String type, byte[] body, int length) {
    boolean ok() {
      return status == 200 || status == 204;
    }
  }
}

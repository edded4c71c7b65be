package vn.khuxuong.space.bench;

import java.io.IOException;

/** Something that answers searches, to one thread. */
interface Door extends AutoCloseable {

  /**
   * Asks and waits for the whole answer.
   *
   * @throws IOException if there is none, or it is a refusal
   */
  void ask(Ask ask) throws IOException;

  @Override
  void close();

  /** Opens another. */
  interface Opener {
    Door open() throws IOException;
  }
}

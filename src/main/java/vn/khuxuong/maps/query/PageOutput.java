package vn.khuxuong.maps.query;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds an answer back until it is whole, so that its length and its links can stand in the head
 * and the database is free before a slow client reads. What grows too large is sent as it comes
 * instead: memory stays bounded.
 */
public final class PageOutput extends OutputStream {

  /** Where holding back ends. */
  private static final int MOST_HELD = 4 << 20;

  /** Opens the client's stream, the head being complete as far as it is known. */
  @FunctionalInterface
  public interface Opening {
    /** What the answer is written to. */
    OutputStream open() throws IOException;
  }

  private final Opening opening;
  private final StreamGate gate;
  private final List<byte[]> held = new ArrayList<>();
  private int length;
  private @Nullable OutputStream client;
  private StreamGate.@Nullable Place place;

  /**
   * @param opening called once, when the first byte is sent
   * @param gate to be passed by an answer that is sent while the database is read
   */
  public PageOutput(Opening opening, StreamGate gate) {
    this.opening = opening;
    this.gate = gate;
  }

  /** Whether more may come after what is held back now. */
  public boolean isGrowing() {
    return place != null;
  }

  /** Bytes held back so far. */
  public int length() {
    return length;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    OutputStream to = client;
    if (to == null && length + count <= MOST_HELD) {
      held.add(Arrays.copyOfRange(bytes, offset, offset + count));
      length += count;
      return;
    }
    if (to == null) {
      place = gate.enter();
      to = send();
    }
    to.write(bytes, offset, count);
  }

  private OutputStream send() throws IOException {
    OutputStream to = opening.open();
    client = to;
    for (byte[] piece : held) {
      to.write(piece);
    }
    held.clear();
    return to;
  }

  /** Sends what was held back. */
  @Override
  public void close() throws IOException {
    try {
      if (client == null) {
        send();
      }
    } finally {
      giveBack();
    }
  }

  /** For an answer that will not be finished. */
  public void giveBack() {
    if (place != null) {
      place.close();
    }
  }
}

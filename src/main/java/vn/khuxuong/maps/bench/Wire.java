package vn.khuxuong.maps.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection to a port of this machine, kept open: blocking, one thread's, with as
 * little work of its own as possible. Opens a new one when the server has closed it.
 */
final class Wire implements AutoCloseable {
  private static final int TIMEOUT_MS = 60_000;

  private final int port;
  private @Nullable Socket socket;
  private @Nullable InputStream in;
  private byte[] window = new byte[1 << 16];
  private int at;
  private int end;
  private byte[] body = new byte[1 << 18];
  private int length;

  Wire(int port) {
    this.port = port;
  }

  /**
   * Gets a path with its query.
   *
   * @return the answer, its body only until the next call
   */
  Peer.Answer get(String path) throws IOException {
    byte[] request =
        ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    boolean fresh = socket == null;
    try {
      return exchange(request);
    } catch (IOException e) {
      close();
      if (fresh) {
        throw e;
      }
      return exchange(request);
    }
  }

  private Peer.Answer exchange(byte[] request) throws IOException {
    if (socket == null) {
      Socket opened = new Socket(InetAddress.getLoopbackAddress(), port);
      opened.setTcpNoDelay(true);
      opened.setSoTimeout(TIMEOUT_MS);
      socket = opened;
      in = opened.getInputStream();
      at = 0;
      end = 0;
    }
    socket.getOutputStream().write(request);
    String first = line();
    int status = Integer.parseInt(first.substring(9, 12));
    int announced = -1;
    boolean chunked = false;
    boolean last = false;
    String type = "";
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      switch (name) {
        case "content-length" -> announced = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
        case "connection" -> last = value.equalsIgnoreCase("close");
        case "content-type" -> type = value;
        default -> {}
      }
    }
    length = 0;
    if (chunked) {
      chunks();
    } else if (announced >= 0) {
      take(announced);
    } else if (status != 204 && status != 304) {
      untilClosed();
      last = true;
    }
    if (last) {
      close();
    }
    return new Peer.Answer(status, type, body, length);
  }

  private void chunks() throws IOException {
    while (true) {
      String size = line();
      int semicolon = size.indexOf(';');
      int bytes = Integer.parseInt(semicolon < 0 ? size : size.substring(0, semicolon), 16);
      if (bytes == 0) {
        while (!line().isEmpty()) {
          // trailers
        }
        return;
      }
      take(bytes);
      line();
    }
  }

  private void take(int bytes) throws IOException {
    room(bytes);
    int left = bytes;
    int kept = Math.min(left, end - at);
    System.arraycopy(window, at, body, length, kept);
    at += kept;
    length += kept;
    left -= kept;
    while (left > 0) {
      int read = input().read(body, length, left);
      if (read < 0) {
        throw new EOFException("closed in the middle of an answer");
      }
      length += read;
      left -= read;
    }
  }

  private void untilClosed() throws IOException {
    take(end - at);
    int read;
    do {
      room(1 << 16);
      read = input().read(body, length, 1 << 16);
      length += Math.max(0, read);
    } while (read >= 0);
  }

  private void room(int bytes) {
    if (length + bytes > body.length) {
      body = Arrays.copyOf(body, Math.max(body.length * 2, length + bytes));
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    while (true) {
      if (at == end) {
        at = 0;
        end = Math.max(0, input().read(window, 0, window.length));
        if (end == 0) {
          throw new EOFException("closed without an answer");
        }
      }
      byte next = window[at++];
      if (next == '\n') {
        return line.toString();
      }
      if (next != '\r') {
        line.append((char) (next & 0xff));
      }
    }
  }

  private InputStream input() throws IOException {
    if (in == null) {
      throw new EOFException("closed");
    }
    return in;
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // it is gone either way
    }
    socket = null;
    in = null;
  }
}

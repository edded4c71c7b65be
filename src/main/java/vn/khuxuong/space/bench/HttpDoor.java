package vn.khuxuong.space.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection over loopback, kept open, with as little work of its own as possible. */
final class HttpDoor implements Door {
  private static final int TIMEOUT_MS = 60_000;
  private static final int BUFFER = 1 << 16;

  private final int port;
  private Socket socket;
  private InputStream in;
  private boolean closed;

  HttpDoor(int port) throws IOException {
    this.port = port;
    socket = connect();
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
  }

  private Socket connect() throws IOException {
    Socket opened = new Socket(InetAddress.getLoopbackAddress(), port);
    opened.setTcpNoDelay(true);
    opened.setSoTimeout(TIMEOUT_MS);
    return opened;
  }

  @Override
  public void ask(Ask ask) throws IOException {
    int status = get(ask.path());
    if (status != 200) {
      throw new IOException("status " + status + " for " + ask.path());
    }
  }

  /** Gets a path and reads the answer to its end; gives the status. */
  int get(String path) throws IOException {
    if (closed) {
      socket.close();
      socket = connect();
      in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }
    closed = false;
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    int status = Integer.parseInt(line().substring(9, 12));
    long length = 0;
    boolean chunked = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(15).strip());
      }
      closed |= lower.equals("connection: close"); // after some requests on one connection
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    if (chunked) {
      for (int size = chunk(); size > 0; size = chunk()) {
        in.skipNBytes(size + 2L);
      }
      line();
    } else {
      in.skipNBytes(length);
    }
    return status;
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("closed in the middle of an answer");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone either way
    }
  }
}

package vn.khuxuong.maps;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** A client that reads no faster than it is told to and sees how an answer ends. */
public final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MS = 30_000;

  private final Socket socket = new Socket();

  /** Asks for a path and reads nothing yet. */
  public RawClient(int port, String path) throws IOException {
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(PATIENCE_MS);
    socket.connect(new InetSocketAddress("localhost", port));
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** The next so many bytes, head and chunk lengths among them; each a character. */
  public String read(int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), ISO_8859_1);
  }

  /** What comes until the server closes the connection. */
  public String rest() throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] some = new byte[1 << 16];
    try {
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        rest.write(some, 0, n);
      }
    } catch (SocketException e) {
      // a connection that was reset has ended as well
    }
    return rest.toString(ISO_8859_1);
  }

  /** Whether it has not been closed here. */
  public boolean isOpen() {
    return !socket.isClosed();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

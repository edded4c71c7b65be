package vn.khuxuong.maps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load's HTTP client against answers as servers send them. */
class WireTest {
  private final AtomicInteger connections = new AtomicInteger();
  private ServerSocket server;
  private List<String> answers = List.of();

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  /** Each answer in turn; one with "Connection: close" ends its connection. */
  private void serve() {
    int next = 0;
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        connections.incrementAndGet();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        boolean open = true;
        while (open && in.readLine() != null) {
          while (!in.readLine().isEmpty()) {
            // headers
          }
          String answer = answers.get(next++);
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
          open = !answer.contains("Connection: close");
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  private static String text(Peer.Answer answer) {
    return new String(answer.body(), 0, answer.length(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void oneConnectionReadsAnswersOfEveryKind() throws Exception {
    answers =
        List.of(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello",
            String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "Transfer-Encoding: chunked",
                "",
                "3",
                "abc",
                "a;x=y",
                "0123456789",
                "0",
                "",
                ""),
            "HTTP/1.1 204 No Content\r\n\r\n",
            "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n" + "x".repeat(300_000));
    try (Wire wire = new Wire(server.getLocalPort())) {
      Peer.Answer first = wire.get("/");
      assertThat(text(first)).isEqualTo("hello");
      assertThat(first.type()).isEqualTo("text/plain");
      assertThat(text(wire.get("/"))).isEqualTo("abc0123456789");
      Peer.Answer empty = wire.get("/");
      assertThat(empty.ok()).isTrue();
      assertThat(empty.length()).isZero();
      assertThat(wire.get("/").ok()).isFalse();
      assertThat(wire.get("/").length()).isEqualTo(300_000);
    }
    assertThat(connections).hasValue(1);
  }

  @Test
  void connectionThatTheServerEndsIsOpenedAnew() throws Exception {
    answers =
        List.of(
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nab",
            "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nuntil the end");
    try (Wire wire = new Wire(server.getLocalPort())) {
      assertThat(text(wire.get("/"))).isEqualTo("ab");
      assertThat(text(wire.get("/"))).isEqualTo("until the end");
    }
    assertThat(connections).hasValue(2);
  }

  @Test
  void cutAnswerIsAnError() throws Exception {
    answers = List.of("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 9\r\n\r\nab");
    try (Wire wire = new Wire(server.getLocalPort())) {
      assertThatThrownBy(() -> wire.get("/")).isInstanceOf(IOException.class);
    }
  }
}

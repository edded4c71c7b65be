package vn.khuxuong.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.khuxuong.KhuxuongTest;

/** What is refused before any controller sees it is a page for people and a document for tools. */
@KhuxuongTest
class FrontRefusalsHttpTest {
  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(strings = {"/a%00b", "/x%5Cy", "/..;/login", "//evil", "/%2e%2e%2f", "/a%zz"})
  void addressesThatAreNone(String path) throws Exception {
    String page = ask(path, "Accept: text/html,*/*;q=0.8\r\nAccept-Language: en-GB\r\n");
    assertThat(page).startsWith("HTTP/1.1 400").contains("text/html", "/css/tokens.css");
    assertThat(page).contains("Back to the map").doesNotContain("Tomcat", "Exception");
    String document = ask(path, "Accept: application/json\r\n");
    assertThat(document).startsWith("HTTP/1.1 400").contains("application/problem+json");
    assertThat(document).doesNotContain("<html", "Tomcat", "Exception");
  }

  private String ask(String path, String headers) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\n"
              + headers
              + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.UTF_8);
    }
  }
}

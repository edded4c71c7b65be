package vn.khuxuong.maps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the running application that sends what it is told, byte by byte. */
public final class Door {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String root;

  public Door(int port) {
    root = "http://localhost:" + port;
  }

  /** Scheme, host and port. */
  public String root() {
    return root;
  }

  /** An answer with its content as it came. */
  public record Answer(HttpResponse<byte[]> response) {
    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public byte[] bytes() {
      return response.body();
    }

    public String text() {
      return new String(response.body(), UTF_8);
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }
  }

  /** Sends a request with header names and values in turn. */
  public Answer send(String method, String path, String... headers) {
    String address = path.startsWith("http") ? path : root + path;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a body. */
  public Answer post(String path, String contentType, String body) {
    return post(path, contentType, body.getBytes(UTF_8));
  }

  /** Sends a body, byte by byte. */
  public Answer post(String path, String contentType, byte[] body) {
    return post(path, body, "Content-Type", contentType);
  }

  /** Sends a body that says it is packed. */
  public Answer postPacked(String path, String contentType, byte[] body) {
    return post(path, body, "Content-Type", contentType, "Content-Encoding", "gzip");
  }

  private Answer post(String path, byte[] body, String... headers) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + path))
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return new Answer(HTTP.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, headers);
  }

  /** A value as it stands in an address. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }
}

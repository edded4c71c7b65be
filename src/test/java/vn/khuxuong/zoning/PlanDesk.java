package vn.khuxuong.zoning;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;

/** People at their desks who work on plans over HTTP: each test has accounts of its own. */
public final class PlanDesk {
  private static final String PASSWORD = "một mật khẩu dài";

  private final int port;
  private final Accounts accounts;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.shared();

  public PlanDesk(int port, Accounts accounts) {
    this.port = port;
    this.accounts = accounts;
  }

  /** A new account; its name signs in. */
  public String person(Role... roles) {
    String name =
        roles[0].name().toLowerCase(Locale.ROOT)
            + "-"
            + UUID.randomUUID().toString().substring(0, 8);
    accounts.add(name, name, Set.of(roles), PASSWORD);
    return name;
  }

  /** An answer with what tests look at. */
  public record Answer(int status, JsonNode json, HttpResponse<byte[]> raw) {
    public String etag() {
      return raw.headers().firstValue("ETag").orElse("");
    }

    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    public String type() {
      return json.path("type").asString("");
    }

    public long id() {
      return json.path("id").asLong();
    }
  }

  public Answer get(@Nullable String who, String path) {
    return send(who, HttpRequest.newBuilder(uri(path)).GET());
  }

  public Answer post(@Nullable String who, String path, @Nullable String ifMatch, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return send(who, request);
  }

  public Answer put(@Nullable String who, String path, String body) {
    return send(
        who,
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  /** The password of everybody here, for those who sign in with the form. */
  public String password() {
    return PASSWORD;
  }

  public Answer send(@Nullable String who, HttpRequest.Builder request) {
    if (who != null) {
      byte[] credentials = (who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
    request.header("Accept-Language", "en");
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      String type = answer.headers().firstValue("Content-Type").orElse("");
      JsonNode body =
          type.contains("json") && answer.body().length > 0
              ? json.readTree(answer.body())
              : json.createObjectNode();
      return new Answer(answer.statusCode(), body, answer);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  public Answer patch(String who, String path, String ifMatch, String body) {
    return send(
        who,
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .header("If-Match", ifMatch)
            .method("PATCH", BodyPublishers.ofString(body)));
  }

  /** Gives the whole zone's subzone another name. */
  public Answer rename(@Nullable String who, String plan, @Nullable String ifMatch, String name) {
    return post(
        who,
        plan + "/edits",
        ifMatch,
        "{\"edits\":[{\"op\":\"setAttributes\",\"subzone\":\"CN-01\",\"attributes\":{\"nameVi\":\""
            + name
            + "\"}}]}");
  }

  /** Starts a draft from nothing and draws the whole zone as one industrial subzone. */
  public Answer draftOfWholeZone(String planner, String zone) {
    Answer started =
        post(
            planner,
            "/api/v1/plans",
            null,
            "{\"zone\":\"" + zone + "\",\"titleVi\":\"Đồ án thử\",\"titleEn\":\"Trial\"}");
    return post(
        planner,
        "/api/v1/plans/" + started.id() + "/edits",
        started.etag(),
        "{\"edits\":[" + wholeZone(zone) + "]}");
  }

  /** An edit that creates one subzone on the whole zone. */
  public String wholeZone(String zone) {
    JsonNode outline =
        get(null, "/ogc/collections/zones/items?f=json&code=" + zone)
            .json()
            .at("/features/0/geometry");
    return "{\"op\":\"create\",\"attributes\":{\"code\":\"CN-01\",\"landUse\":\"INDUSTRY\","
        + "\"nameVi\":\"Công nghiệp\",\"nameEn\":\"Industry\",\"phase\":1},\"shape\":"
        + outline
        + "}";
  }
}

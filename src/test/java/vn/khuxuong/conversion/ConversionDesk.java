package vn.khuxuong.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** An officer and management who ask and write about zones in conversion over HTTP. */
public final class ConversionDesk {
  public static final String PATH = "/api/v1/conversions";
  public static final String SCENARIOS = PATH + "/scenarios";

  private final PlanDesk desk;
  private final JdbcClient jdbc;
  private final Market market;
  private final String officer;
  private final String management;

  public ConversionDesk(int port, Accounts accounts, JdbcClient jdbc) {
    this.jdbc = jdbc;
    desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
    officer = desk.person(Role.OFFICER);
    management = desk.person(Role.APPROVER);
  }

  public PlanDesk desk() {
    return desk;
  }

  public Market market() {
    return market;
  }

  public String officer() {
    return officer;
  }

  public String management() {
    return management;
  }

  /** Properties of the zone in the layer conversions. */
  public JsonNode layer(ConversionTown town) {
    return desk.get(null, "/ogc/collections/conversions/items/" + town.code())
        .json()
        .path("properties");
  }

  /** The layer once a field has a value above 0: revisions may be told a moment late. */
  public JsonNode onceTold(ConversionTown town, String field) {
    long until = System.nanoTime() + 5_000_000_000L;
    JsonNode told = layer(town);
    while (told.path(field).asInt(0) == 0 && System.nanoTime() < until) {
      LockSupport.parkNanos(50_000_000);
      told = layer(town);
    }
    return told;
  }

  /** Revision of the data now. */
  public long revision() {
    return jdbc.sql("select revision from platform.data_revision").query(Long.class).single();
  }

  /** Changes of floors, a line each. */
  public List<String> changes(JsonNode answer) {
    List<String> lines = new ArrayList<>();
    answer
        .path("changes")
        .forEach(
            one ->
                lines.add(
                    one.path("level").asInt()
                        + " "
                        + one.path("industry").asString()
                        + " "
                        + one.path("accepts").asBoolean()));
    return lines;
  }

  /** An officer decides on a tenant. */
  public void decide(ConversionTown town, String firm, String verdict, @Nullable String leaveBy) {
    Answer decided =
        desk.post(
            officer,
            PATH + "/" + town.code() + "/tenants/" + firm + "/decisions",
            null,
            decision(verdict, leaveBy, "Theo đề án."));
    assertThat(decided.status()).isEqualTo(201);
  }

  /** Body of a decision. */
  public static String decision(String verdict, @Nullable String leaveBy, String reason) {
    return "{\"verdict\":\""
        + verdict
        + "\",\"leaveBy\":"
        + (leaveBy == null ? "null" : "\"" + leaveBy + "\"")
        + ",\"reason\":\""
        + reason
        + "\",\"signedBy\":\"Nguyễn Văn A, Phó trưởng ban\"}";
  }

  /** A tenant as management sees it. */
  public JsonNode tenant(String zone, String firm) {
    for (JsonNode one :
        desk.get(management, PATH + "/" + zone + "/tenants").json().path("tenants")) {
      if (one.path("firm").asString().equals(firm)) {
        return one;
      }
    }
    throw new AssertionError(firm);
  }

  /** What follows from the real state. */
  public JsonNode consequences() {
    return desk.get(management, SCENARIOS + "/compare").json().path("columns").get(0);
  }

  /** A zone of what follows. */
  public static JsonNode zone(JsonNode consequences, String code) {
    for (JsonNode one : consequences.path("zones")) {
      if (one.path("zone").asString().equals(code)) {
        return one;
      }
    }
    throw new AssertionError(code);
  }

  /** Year, cause and m² of what is released. */
  public static List<String> releases(JsonNode consequences, ConversionTown town) {
    List<String> lines = new ArrayList<>();
    zone(consequences, town.code())
        .path("releases")
        .forEach(
            one ->
                lines.add(
                    one.path("year").asInt()
                        + " "
                        + one.path("cause").asString()
                        + " "
                        + Math.round(one.path("areaM2").asDouble())));
    return lines;
  }

  /** Codes of the applications that an extension by years would let pass. */
  public List<String> unlocked(ConversionTown town, int years) {
    long id =
        scenario(
            "Gia hạn " + years,
            "\"terms\":[{\"zone\":\"" + town.code() + "\",\"years\":" + years + "}]");
    JsonNode column =
        desk.get(management, SCENARIOS + "/compare?id=" + id).json().path("columns").get(1);
    List<String> codes = new ArrayList<>();
    zone(column, town.code())
        .path("unlocked")
        .forEach(one -> codes.add(one.path("code").asString()));
    return codes;
  }

  /** Keeps a what-if; gives its number. */
  public long scenario(String name, String members) {
    Answer made =
        desk.post(officer, SCENARIOS, null, "{\"name\":\"" + name + "\"," + members + "}");
    assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
    return made.id();
  }

  /** Changes something that was read. */
  public Answer put(String path, String ifMatch, String body) {
    return desk.send(
        officer,
        HttpRequest.newBuilder(desk.uri(path))
            .header("Content-Type", "application/json")
            .header("If-Match", ifMatch)
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Every row that a what-if must not touch, as one text. */
  public String realState(ConversionTown town) {
    return jdbc.sql(
            """
            select concat(
              (select to_jsonb(z) - 'geom' - 'geom_3857' from zoning.zones z where code = :zone),
              (select jsonb_agg(f order by f.id) from tenancy.firms f),
              (select jsonb_agg(a order by a.id) from tenancy.applications a),
              (select jsonb_agg(l order by l.id) from tenancy.leases l),
              (select jsonb_agg(o order by o.id) from space.occupancies o),
              (select jsonb_agg(d order by d.id) from conversion.decisions d))""")
        .param("zone", town.code())
        .query(String.class)
        .single();
  }

  /** How often something is in the audit. */
  public int audits(String action, String subject) {
    return jdbc.sql(
            """
            select count(*) from platform.audit
            where action = :action and subject_id = :subject""")
        .param("action", action)
        .param("subject", subject)
        .query(Integer.class)
        .single();
  }

  /** The body as text. */
  public static String text(Answer answer) {
    return new String(answer.raw().body(), StandardCharsets.UTF_8);
  }
}

package vn.khuxuong.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/**
 * People who keep and read the ledger over HTTP, and a ledger that is empty again for each test.
 */
public final class LedgerDesk {
  public static final String API = "/api/v1/indicators";

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.shared();
  public final PlanDesk desk;
  public final String officer;

  public LedgerDesk(int port, Accounts accounts, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.desk = new PlanDesk(port, accounts);
    this.officer = desk.person(Role.OFFICER);
  }

  /** Forgets all events, which nobody but a test can: its triggers are off for a moment. */
  public void clean() {
    cleanOpenings();
    for (String table :
        List.of(
            "edition_parts",
            "edition_units",
            "editions",
            "events",
            "registers",
            "projects",
            "rates")) {
      jdbc.sql("alter table reporting." + table + " disable trigger user").update();
      jdbc.sql("delete from reporting." + table).update();
      jdbc.sql("alter table reporting." + table + " enable trigger user").update();
    }
  }

  /** Forgets the balances that a test published. */
  private void cleanOpenings() {
    jdbc.sql("alter table reporting.openings disable trigger user").update();
    jdbc.sql("delete from reporting.openings where code <> 'CNHT-2025-07-24'").update();
    jdbc.sql("alter table reporting.openings enable trigger user").update();
  }

  public void rate(String day, long vndPerUsd) {
    Answer answer =
        post(
            "/rates",
            Map.of("day", day, "vndPerUsd", vndPerUsd, "source", "Thông báo của bài kiểm thử"));
    if (answer.status() != 201) {
      throw new AssertionError(answer.json().toString());
    }
  }

  /** Makes the edition of a day of what is known now, as the end of a quarter does. */
  public void publish(String day) {
    boolean made =
        jdbc.sql("select reporting.publish(cast(:day as date))")
            .param("day", day)
            .query(Boolean.class)
            .single();
    if (!made) {
      throw new AssertionError("there is an edition of " + day + " or later");
    }
  }

  /** A registration of 1,000,000 USD in Tân Thuận, but for what is said. */
  public Map<String, Object> registration(String on, Object... more) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("project", code());
    event.put("name", "Dự án thử");
    event.put("kind", "REGISTERED");
    event.put("on", on);
    event.put("capital", 1_000_000);
    event.put("currency", "USD");
    event.put("sector", "2592");
    event.put("supports", "PRODUCT");
    event.put("zone", "TT");
    event.put("origin", "VN");
    return with(event, more);
  }

  public static Map<String, Object> event(Object project, String kind, String on, Object... more) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("project", project);
    event.put("kind", kind);
    event.put("on", on);
    return with(event, more);
  }

  private static Map<String, Object> with(Map<String, Object> event, Object... more) {
    for (int i = 0; i < more.length; i += 2) {
      event.put((String) more[i], more[i + 1]);
    }
    return event;
  }

  public static String code() {
    return "T-" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(java.util.Locale.ROOT);
  }

  public Answer post(String path, Object body) {
    return desk.post(officer, API + path, null, json.writeValueAsString(body));
  }

  /** Records an event and gives its id. */
  public long record(Map<String, Object> event) {
    Answer answer = post("/events", event);
    if (answer.status() != 201) {
      throw new AssertionError(answer.json().toString());
    }
    return answer.json().path("id").asLong();
  }

  /** The report as staff see it. */
  public JsonNode report(String query) {
    return get(officer, "?" + query);
  }

  public JsonNode get(@Nullable String who, String path) {
    Answer answer = desk.get(who, API + path);
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.json());
    }
    return answer.json();
  }

  /** What a report says of the sum: projects/USD. */
  public static String sum(JsonNode report) {
    JsonNode now = report.path("current");
    return now.isMissingNode() || now.isNull()
        ? "none"
        : now.path("projects").asInt()
            + "/"
            + now.path("capitalUsd").decimalValue().stripTrailingZeros().toPlainString();
  }

  /** A line of a breakdown. */
  public static JsonNode line(JsonNode report, String by, String key) {
    for (JsonNode breakdown : report.path("breakdowns")) {
      if (breakdown.path("by").asString().equals(by)) {
        for (JsonNode line : breakdown.path("lines")) {
          if (line.path("key").asString().equals(key)) {
            return line;
          }
        }
      }
    }
    throw new AssertionError("no line " + by + " " + key);
  }
}

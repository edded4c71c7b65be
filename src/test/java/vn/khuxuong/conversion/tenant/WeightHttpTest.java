package vn.khuxuong.conversion.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.conversion.ConversionDesk;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Weights are published, dated and kept, over HTTP on a real database. */
@ProcessTest
class WeightHttpTest {
  private static final String WEIGHTS = ConversionDesk.PATH + "/weights";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private ConversionDesk at;

  @BeforeEach
  void sitDown() {
    at = new ConversionDesk(port, accounts, jdbc);
  }

  /** A set from a day far off, so that other tests keep the first one. */
  private static ObjectNode set(LocalDate from) {
    ObjectNode set = JsonMapper.shared().createObjectNode();
    set.put("validFrom", from.toString()).put("keepFrom", 70).put("upgradeFrom", 45);
    set.put("termMonths", 24)
        .put("leastKnownPct", 50)
        .put("textVi", "Điểm")
        .put("textEn", "Points");
    set.put("source", "Quyết định thử");
    ObjectNode sector = set.putArray("weights").addObject();
    sector.put("criterion", "SECTOR").put("weight", 60).put("good", 1).put("bad", 0);
    set.withArray("weights")
        .addObject()
        .put("criterion", "ENERGY")
        .put("weight", 40)
        .put("good", 60)
        .put("bad", 300);
    return set;
  }

  private static LocalDate farOff() {
    return LocalDate.of(2070, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(10_000));
  }

  @Test
  void setCountsFromItsDayOnAndTheEarlierOneStays() {
    LocalDate from = farOff();
    JsonNode before = at.desk().get(null, WEIGHTS).json();
    String etag = at.desk().get(null, WEIGHTS + "/versions").json().path("etag").asString();
    Answer made = at.desk().post(at.officer(), WEIGHTS, etag, set(from).toString());
    assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
    JsonNode then = at.desk().get(null, WEIGHTS + "?on=" + from).json();
    assertThat(then.path("keepFrom").asDouble()).isEqualTo(70);
    assertThat(then.path("weights").size()).isEqualTo(2);
    assertThat(then.path("dataStatus").asString()).isEqualTo("OFFICIAL");
    assertThat(at.desk().get(null, WEIGHTS).json()).isEqualTo(before);
    assertThat(at.audits("conversion.weights-published", then.path("id").asString())).isEqualTo(1);
    Answer stale = at.desk().post(at.officer(), WEIGHTS, etag, set(from.plusDays(1)).toString());
    assertThat(stale.status()).isEqualTo(412);
    Answer twice = at.desk().post(at.officer(), WEIGHTS, null, set(from).toString());
    assertThat(twice.json().path("field").asString()).isEqualTo("validFrom");
    assertThat(
            at.desk()
                .post(at.desk().person(Role.ADMIN), WEIGHTS, null, set(from.plusDays(2)).toString())
                .status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "/validFrom,2026-01-01,validFrom",
    "/keepFrom,101,keepFrom",
    "/upgradeFrom,71,upgradeFrom",
    "/termMonths,1.5,termMonths",
    "/textEn,' ',textEn",
    "/weights/0/weight,0,weights[0].weight",
    "/weights/1/bad,60,weights[1].bad",
    "/weights/1/criterion,SECTOR,weights",
    "/weights/1/criterion,LUCK,weights[1].criterion"
  })
  void setThatIsNotRightIsRefusedByItsField(String pointer, String value, String field) {
    ObjectNode set = set(farOff());
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    ObjectNode at0 = parent.isEmpty() ? set : (ObjectNode) set.at(parent);
    String member = pointer.substring(pointer.lastIndexOf('/') + 1);
    if (value.matches("[0-9.]+")) {
      at0.put(member, Double.parseDouble(value));
    } else {
      at0.put(member, value);
    }
    Answer refused = at.desk().post(at.officer(), WEIGHTS, null, set.toString());
    assertThat(refused.status()).as("%s", refused.json()).isEqualTo(400);
    assertThat(refused.json().path("field").asString()).isEqualTo(field);
  }
}

package vn.khuxuong.allocation.round;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.allocation.round.RoundDesk.ROUNDS;
import static vn.khuxuong.allocation.round.RoundDesk.id;
import static vn.khuxuong.allocation.round.RoundDesk.must;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk.Answer;

/**
 * What the officer's console reads: demand against supply, who took which step, offers as they
 * stand.
 */
@ProcessTest
class RoundConsoleHttpTest {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private RoundDesk desk;

  @BeforeEach
  void gather() {
    desk = new RoundDesk(port, accounts, jdbc, 7);
  }

  private Answer get(String who, String path) {
    return desk.desk.get(who, path);
  }

  private static JsonNode cell(JsonNode figures, String of, String name) {
    for (JsonNode dimension : figures.path("dimensions")) {
      if (dimension.path("of").asString().equals(of)) {
        for (JsonNode cell : dimension.path("classes")) {
          if (cell.path("name").asString("none").equals(name)) {
            return cell;
          }
        }
      }
    }
    throw new AssertionError(of + " " + name + " is not in " + figures);
  }

  private double freeM2() {
    return jdbc.sql("select sum(area_m2) from space.bays where floor_id = :floor and rentable")
        .param("floor", desk.floor)
        .query(Double.class)
        .single();
  }

  @Test
  void setsDemandAgainstSupplyBeforeARoundAndAfterItHasClosed() {
    jdbc.sql("update tenancy.applications set load_kn_m2 = 99 where code = :code")
        .param("code", desk.applications.get(6))
        .update();
    String load =
        jdbc.sql("select trim_scale(load_kn_m2)::text from space.floors where id = :floor")
            .param("floor", desk.floor)
            .query(String.class)
            .single();
    String pool = ROUNDS + "/pool?month=2027-01&buildings=" + desk.building;
    JsonNode now = must(get(desk.officer, pool), 200).json().path("demandSupply");
    assertThat(now.path("basis").asString()).isEqualTo("POOL");
    assertThat(now.path("applications").asInt()).isEqualTo(7);
    assertThat(now.path("askedM2").asLong()).isEqualTo(700);
    assertThat(now.path("upToM2").asLong()).isEqualTo(2_100);
    assertThat(now.path("freeM2").asLong()).isEqualTo(Math.round(freeM2()));
    JsonNode carried = cell(now, "LOAD", load);
    assertThat(carried.path("askedM2").asLong()).isEqualTo(600);
    assertThat(carried.path("freeM2").asLong()).isEqualTo(Math.round(freeM2()));
    assertThat(carried.path("askedFromM2").asLong()).as("and what nothing carries").isEqualTo(700);
    assertThat(cell(now, "LOAD", "none").path("askedM2").asLong()).isEqualTo(100);
    assertThat(cell(now, "HAZARD", "D").path("applications").asInt()).isEqualTo(7);

    String url = desk.closed("");
    JsonNode frozen = must(get(null, url + "/demand-supply"), 200).json();
    assertThat(frozen.path("basis").asString()).isEqualTo("FROZEN");
    assertThat(frozen.path("askedM2").asLong()).isEqualTo(700);
    assertThat(cell(frozen, "LOAD", "none").path("askedM2").asLong()).isEqualTo(100);
    long wholeM2 =
        jdbc.sql("select sum(floor(area_m2))::bigint from space.bays where floor_id = :floor")
            .param("floor", desk.floor)
            .query(Long.class)
            .single();
    assertThat(frozen.path("freeM2").asLong())
        .as("the problem rounds each bay down")
        .isEqualTo(wholeM2);
  }

  @Test
  void claimedBaysAreNotFree() {
    String pool = ROUNDS + "/pool?month=2027-01&buildings=" + desk.building;
    String person = desk.market.personOf(desk.firms.get(0));
    desk.market.lease(desk.desk, person, desk.officer, desk.floor);
    double bay =
        jdbc.sql("select area_m2 from space.bays where floor_id = :floor and no = 0")
            .param("floor", desk.floor)
            .query(Double.class)
            .single();
    assertThat(get(desk.officer, pool).json().at("/demandSupply/freeM2").asLong())
        .isEqualTo(Math.round(freeM2() - bay));
    String later = ROUNDS + "/pool?month=2030-01&buildings=" + desk.building;
    assertThat(get(desk.officer, later).json().at("/demandSupply/freeM2").asLong())
        .as("the lease has ended by then")
        .isEqualTo(Math.round(freeM2()));
  }

  @Test
  void onlyOfficersSeeWhatARoundIsSetUpFrom() {
    assertThat(get(null, ROUNDS + "/pool").status()).isEqualTo(401);
    assertThat(get(desk.desk.person(Role.FIRM), ROUNDS + "/pool").status()).isEqualTo(403);
    assertThat(get(desk.desk.person(Role.PLANNER), ROUNDS + "/pool/firms").status()).isEqualTo(403);
    String draft = ROUNDS + "/" + must(desk.draft(""), 201).id();
    assertThat(get(null, draft + "/demand-supply").status()).isEqualTo(404);
    assertThat(get(null, draft + "/steps").status()).isEqualTo(401);
    Answer bad = get(desk.officer, ROUNDS + "/pool?month=2027-13");
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.json().path("field").asString()).isEqualTo("month");
    JsonNode pool = get(desk.officer, ROUNDS + "/pool?month=2027-01").json();
    assertThat(pool.path("nextCode").asString()).matches("2027-[0-9]{1,3}");
    assertThat(pool.at("/standard/policy/weights/demand").asInt()).isEqualTo(10);
    assertThat(pool.at("/rule/roundUpToPct").asDouble()).isPositive();
    assertThat(pool.path("buildings").valueStream().map(b -> b.path("code").asString()))
        .contains(desk.building);
    JsonNode firms = get(desk.officer, ROUNDS + "/pool/firms?q=" + desk.firms.get(3)).json();
    assertThat(firms.at("/firms/0/code").asString()).isEqualTo(desk.firms.get(3));
  }

  @Test
  void tellsWhoTookWhichStepAndWhoMayNotApprove() {
    String url = desk.heard("");
    JsonNode mine = must(get(desk.officer, url + "/steps"), 200).json();
    assertThat(mine.path("steps").valueStream().map(s -> s.path("action").asString()))
        .containsExactly("CREATE", "OPEN", "CLOSE", "SOLVE", "ANSWER", "SHOW");
    assertThat(mine.at("/steps/1/actor").asString()).isEqualTo(desk.officer);
    assertThat(mine.at("/steps/1/reason").asString()).isEqualTo("Thử");
    assertThat(mine.path("yourPart").valueStream().map(JsonNode::asString))
        .containsExactly("MADE", "OPENED", "WORKED", "SHOWN");
    assertThat(get(desk.second, url + "/steps").json().path("yourPart")).isEmpty();
  }

  @Test
  void aChangedOutcomeOfAnOfferShowsInTheChain() {
    String url = desk.approved("");
    JsonNode made = must(desk.step(desk.second, url, "offers", ""), 200).json();
    assertThat(made.path("letters")).hasSize(6);
    JsonNode letter = made.at("/letters/0");
    assertThat(letter.path("status").asString()).isEqualTo("OPEN");
    assertThat(letter.path("building").asString()).isEqualTo(desk.building);
    assertThat(letter.path("firmCode").asString()).isIn(desk.firms);
    assertThat(get(null, url + "/chain").json().path("holds").asBoolean()).isTrue();
    change("update allocation.round_offers set text_en = 'rewritten' where round_id = :id", url);
    JsonNode chain = get(null, url + "/chain").json();
    assertThat(chain.path("holds").asBoolean()).isFalse();
    assertThat(chain.at("/faults/0/what").asString()).isEqualTo("outcomes was changed");
    change("update allocation.round_offers set text_en = '' where round_id = :id", url);
    assertThat(get(null, url + "/chain").json().path("holds").asBoolean()).isTrue();
  }

  private void change(String sql, String url) {
    String trigger = "alter table allocation.round_offers %s trigger round_offers_are_append_only";
    jdbc.sql(trigger.formatted("disable")).update();
    jdbc.sql(sql).param("id", id(url)).update();
    jdbc.sql(trigger.formatted("enable")).update();
  }
}

package vn.khuxuong.tenancy.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.tenancy.ProcessTest;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/** Many who want the same bay at the same moment. */
@ProcessTest
class HoldRaceHttpTest {
  private static final String HOLDS = "/api/v1/holds";
  private static final int REQUESTS = 200;

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  private PlanDesk desk;
  private Market market;

  @BeforeEach
  void openTheMarket() {
    desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
  }

  @Test
  void ofTwoHundredWhoWantOneBayOneHasItAndTheOthersLearnItsPeriod() throws Exception {
    long floor = market.floor();
    List<String> people = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      people.add(market.personOf(market.firm()));
    }
    List<Answer> answers =
        atOnce(i -> desk.post(people.get(i % 20), HOLDS, null, Market.wish(floor, 2, 1)));
    assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(a -> a.status() != 201))
        .hasSize(REQUESTS - 1)
        .allSatisfy(
            refused -> {
              assertThat(refused.status()).as("%s", refused.json()).isEqualTo(409);
              assertThat(refused.type()).isEqualTo("/problems/space/bay-taken");
              assertThat(refused.json().path("from").asString()).isEqualTo("2027-01-01");
              assertThat(refused.json().path("until").asString()).isEqualTo("2027-12-31");
            });
    assertThat(market.doubleBookings()).isZero();
  }

  @Test
  void aFirmThatAsksForEverythingAtOnceGetsWhatTheRuleAllows() throws Exception {
    String person = market.personOf(market.firm());
    List<Long> floors = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      floors.add(market.floor());
    }
    List<Answer> answers =
        atOnce(i -> desk.post(person, HOLDS, null, Market.wish(floors.get(i % 8), i % 3, 1)));
    assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(3);
    assertThat(answers.stream().map(Answer::status).distinct()).containsOnly(201, 409);
  }

  @Test
  void holdPastItsDeadlineMakesWayAtTheMomentSomebodyWantsTheBay() {
    long floor = market.floor();
    Answer first = desk.post(market.personOf(market.firm()), HOLDS, null, Market.wish(floor, 0, 1));
    expire(first.id());
    Answer second =
        desk.post(market.personOf(market.firm()), HOLDS, null, Market.wish(floor, 0, 1));
    assertThat(second.status()).as("%s", second.json()).isEqualTo(201);
    assertThat(status(first.id())).isEqualTo("LAPSED");
    assertThat(
            jdbc.sql(
                    """
                    select actor from platform.audit
                    where subject_type = 'hold' and subject_id = :id and action = 'hold.lapsed'""")
                .param("id", String.valueOf(first.id()))
                .query(String.class)
                .list())
        .containsExactly("system");
  }

  @Test
  void holdPastItsDeadlineIsSweptAwayWithoutAnybodyAsking() throws Exception {
    long floor = market.floor();
    String person = market.personOf(market.firm());
    Answer made = desk.post(person, HOLDS, null, Market.wish(floor, 0, 1));
    expire(made.id());
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!status(made.id()).equals("LAPSED") && System.nanoTime() < patience) {
      Thread.sleep(100);
    }
    assertThat(status(made.id())).isEqualTo("LAPSED");
    Answer late =
        desk.send(person, HttpRequest.newBuilder(desk.uri(HOLDS + "/" + made.id())).DELETE());
    assertThat(late.status()).isEqualTo(204);
    assertThat(status(made.id())).isEqualTo("LAPSED");
  }

  /** Puts the deadline behind us, as if the hours had gone by. */
  private void expire(long hold) {
    String trigger = "alter table space.occupancies %s trigger occupancy_append_only";
    jdbc.sql(trigger.formatted("disable")).update();
    jdbc.sql(
            """
            update space.occupancies set expires_at = now() - interval '1 second'
            where id = (select occupancy_id from tenancy.holds where id = :id)""")
        .param("id", hold)
        .update();
    jdbc.sql(trigger.formatted("enable")).update();
  }

  private String status(long hold) {
    return jdbc.sql("select status from tenancy.holds where id = :id")
        .param("id", hold)
        .query(String.class)
        .single();
  }

  private interface Ask {
    Answer send(int number);
  }

  private static List<Answer> atOnce(Ask ask) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService people = Executors.newFixedThreadPool(REQUESTS);
    List<Future<Answer>> sent = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      int number = i;
      Callable<Answer> request =
          () -> {
            start.await();
            return ask.send(number);
          };
      sent.add(people.submit(request));
    }
    start.countDown();
    List<Answer> answers = new ArrayList<>();
    for (Future<Answer> answer : sent) {
      answers.add(answer.get(60, TimeUnit.SECONDS));
    }
    people.shutdown();
    return answers;
  }
}

package vn.khuxuong.allocation.round;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.platform.security.Accounts;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.tenancy.Market;
import vn.khuxuong.zoning.PlanDesk;
import vn.khuxuong.zoning.PlanDesk.Answer;

/**
 * A new building of six bays, firms that each want one, two officers, and rounds over that building
 * alone.
 */
public final class RoundDesk {
  static final String ROUNDS = "/api/v1/rounds";
  private static final AtomicInteger NUMBER = new AtomicInteger(100);

  public final PlanDesk desk;
  public final Market market;
  final JdbcClient jdbc;
  public final String officer;
  public final String second;
  final long floor;
  public final String building;
  public final List<String> applications = new ArrayList<>();
  public final List<String> firms = new ArrayList<>();

  /** Also takes every application of other tests out of the way. */
  public RoundDesk(int port, Accounts accounts, JdbcClient jdbc, int wanting) {
    this.jdbc = jdbc;
    desk = new PlanDesk(port, accounts);
    market = new Market(jdbc, desk.password());
    jdbc.sql("update tenancy.applications set status = 'WITHDRAWN' where status = 'ELIGIBLE'")
        .update();
    officer = market.account(Role.OFFICER);
    second = market.account(Role.OFFICER);
    floor = market.floor();
    building = market.building(floor);
    for (int i = 0; i < wanting; i++) {
      apply(i);
    }
  }

  /** A further firm with an application over the building; gives the firm. */
  public String apply(int arrival) {
    String firm = market.firm();
    firms.add(firm);
    String application = market.application(firm, floor, arrival);
    applications.add(application);
    // a day apart, the late ones would come after the deadline
    jdbc.sql(
            """
            update tenancy.applications
            set submitted_at = timestamptz '2026-11-01' + make_interval(mins => :arrival)
            where code = :code""")
        .param("arrival", arrival)
        .param("code", application)
        .update();
    return firm;
  }

  /** Draws up a round over the building; more members of its criteria go in front. */
  Answer draft(String criteria) {
    String code = "2027-" + NUMBER.incrementAndGet();
    return desk.post(
        officer,
        ROUNDS,
        null,
        "{\"code\":\""
            + code
            + "\","
            + members()
            + ",\"criteria\":{"
            + criteria
            + "\"buildings\":[\""
            + building
            + "\"]}}");
  }

  private String members() {
    OffsetDateTime soon =
        jdbc.sql("select clock_timestamp() + interval '2 seconds'")
            .query(OffsetDateTime.class)
            .single();
    return "\"titleVi\":\"Đợt thử\",\"titleEn\":\"Trial round\","
        + "\"referenceMonth\":\"2027-01\",\"deadline\":\""
        + soon
        + "\"";
  }

  /** Opens a round for two seconds; again where the machine was too slow for its deadline. */
  void open(String url) {
    for (int i = 0; i < 10; i++) {
      Answer opened = step(officer, url, "open", "");
      if (opened.status() == 200) {
        return;
      }
      must(desk.put(officer, url, "{" + members() + "}"), 200);
    }
    throw new AssertionError("the round could not be opened in time");
  }

  /** A round that has closed by its deadline. */
  public String closed(String criteria) {
    String url = ROUNDS + "/" + must(draft(criteria), 201).id();
    open(url);
    await(() -> status(url).equals("CLOSED"));
    return url;
  }

  /** A round with its answer. */
  public String solved(String criteria) {
    String url = closed(criteria);
    solve(url, "solve");
    return url;
  }

  void solve(String url, String how) {
    must(step(officer, url, how, "\"iterations\":2000,\"seed\":7,"), 202);
    await(() -> status(url).equals("PROPOSED"));
  }

  /** A round whose draft is public and whose window for objections has just closed. */
  public String heard(String criteria) {
    String url = solved(criteria);
    must(step(officer, url, "show", ""), 200);
    closeWindow(url);
    return url;
  }

  public String approved(String criteria) {
    String url = heard(criteria);
    must(step(second, url, "approve", ""), 200);
    return url;
  }

  public void closeWindow(String url) {
    jdbc.sql("update allocation.rounds set objections_until = now() where id = :id")
        .param("id", id(url))
        .update();
  }

  public Answer step(String who, String url, String action, String members) {
    return desk.post(who, url + "/" + action, null, "{" + members + "\"reason\":\"Thử\"}");
  }

  /**
   * Changes rows behind everybody's back.
   *
   * @param change what follows {@code set}; RUN stands for the round's newest run, ROUND for itself
   */
  public void tamper(String table, String change, String url) {
    String run = "(select max(id) from allocation.runs where round_id = " + id(url) + ")";
    jdbc.sql(
            String.format(
                Locale.ROOT,
                "begin; alter table allocation.%1$s disable trigger user; update allocation.%1$s set"
                    + " %2$s; alter table allocation.%1$s enable trigger user; commit",
                table,
                change.replace("RUN", run).replace("ROUND", String.valueOf(id(url)))))
        .update();
  }

  String status(String url) {
    return desk.get(officer, url).json().path("status").asString("");
  }

  /** Number of a round. */
  public static long id(String url) {
    return Long.parseLong(url.substring(url.lastIndexOf('/') + 1));
  }

  public static Answer must(Answer answer, int status) {
    if (answer.status() != status) {
      throw new AssertionError(answer.status() + " " + answer.json());
    }
    return answer;
  }

  static void await(BooleanSupplier done) {
    long end = System.nanoTime() + 180_000_000_000L;
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come about in time");
      }
      try {
        Thread.sleep(150);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}

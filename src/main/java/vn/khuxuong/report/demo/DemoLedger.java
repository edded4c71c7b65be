package vn.khuxuong.report.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.report.ledger.EventKind;
import vn.khuxuong.report.ledger.Ledger;
import vn.khuxuong.report.ledger.ProjectEvent;
import vn.khuxuong.report.ledger.Rates;

/**
 * Loads illustrative projects at first start, in the five zones in conversion, so that charts and
 * the dossier can be looked at. The same on every machine, from a seed.
 */
@Component
@Order(DemoLedger.AFTER_ROUNDS)
class DemoLedger implements ApplicationRunner {
  static final int AFTER_ROUNDS = 60;

  private static final Logger log = LoggerFactory.getLogger(DemoLedger.class);
  private static final long SEED = 24_07_2025;
  private static final int PROJECTS = 48;
  private static final LocalDate FIRST = LocalDate.of(2021, 3, 1);
  private static final LocalDate RATE_DAY = LocalDate.of(2021, 1, 1);

  /** As the illustrative rents are converted. */
  private static final BigDecimal VND_PER_USD = BigDecimal.valueOf(25_400);

  private static final List<String> ZONES = List.of("TT", "TB", "HP", "CL", "BC", "HP", "TT");
  private static final List<String> SECTORS =
      List.of("2592", "2610", "2220", "2930", "2591", "2710", "3250", "2023");
  private static final List<String> ORIGINS = List.of("VN", "VN", "VN", "JP", "KR", "TW", "SG");
  private static final List<String> SUPPORTS = List.of("PRODUCT", "CERTIFICATE", "PRODUCT", "NONE");
  private static final List<String> SIZES = List.of("SMALL", "MEDIUM", "MICRO", "LARGE");

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Rates rates;
  private final boolean wanted;
  private final LocalDate last;

  DemoLedger(
      JdbcClient jdbc,
      Ledger ledger,
      Rates rates,
      @Value("${khu.demo:on}") String demo,
      @Value("${khu.demo.reference:2026-11}") String reference) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.rates = rates;
    this.wanted = !demo.equalsIgnoreCase("off");
    this.last = YearMonth.parse(reference).atDay(1).minusDays(1);
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    if (!wanted || ledger.known().today().isBefore(last)) {
      return;
    }
    jdbc.sql("select pg_advisory_xact_lock(hashtext('reporting demo'))")
        .query((row, i) -> true)
        .list();
    boolean loaded =
        jdbc.sql("select exists (select from reporting.projects)").query(Boolean.class).single();
    if (loaded || !ledger.known().zones().containsAll(ZONES)) {
      return;
    }
    rates.record(
        RATE_DAY, VND_PER_USD, "Tỷ giá minh họa, không phải tỷ giá công bố", true, Audit.SYSTEM);
    List<ProjectEvent> events = new ArrayList<>();
    Random random = new Random(SEED);
    for (int i = 1; i <= PROJECTS; i++) {
      add(events, i, random);
    }
    events.sort(
        Comparator.comparing(ProjectEvent::on)
            .thenComparing(ProjectEvent::project)
            .thenComparing(ProjectEvent::kind));
    events.forEach(event -> ledger.record(event, null, Audit.SYSTEM));
    log.info("Loaded {} illustrative events of {} projects", events.size(), PROJECTS);
  }

  /** A project in three is from before the published balance, as a part of its detail. */
  private void add(List<ProjectEvent> events, int number, Random random) {
    LocalDate balance = LocalDate.of(2025, 7, 24);
    LocalDate from = number % 3 == 0 ? FIRST : balance.plusDays(10);
    LocalDate to = number % 3 == 0 ? balance.minusDays(10) : last.minusDays(5);
    LocalDate on = from.plusDays(random.nextInt((int) (to.toEpochDay() - from.toEpochDay())));
    String code = String.format("MH-%04d", number);
    boolean domestic = pick(ORIGINS, random).equals("VN");
    String currency = domestic ? "VND" : "USD";
    BigDecimal capital =
        domestic
            ? BigDecimal.valueOf((20 + random.nextInt(380)) * 1_000_000_000L)
            : BigDecimal.valueOf((1 + random.nextInt(24)) * 1_000_000L);
    String zone = pick(ZONES, random);
    int area = 300 + random.nextInt(28) * 100;
    events.add(
        new ProjectEvent(
            code,
            "Dự án minh họa " + number,
            null,
            true,
            EventKind.REGISTERED,
            on,
            capital,
            currency,
            pick(SECTORS, random),
            pick(SUPPORTS, random),
            null,
            zone,
            null,
            null,
            null,
            null,
            null,
            domestic ? "VN" : ORIGINS.get(3 + random.nextInt(4)),
            area / 20 + random.nextInt(60),
            BigDecimal.valueOf(area),
            pick(SIZES, random),
            null));
    LocalDate later = on.plusDays(60L + random.nextInt(200));
    if (later.isAfter(last)) {
      return;
    }
    if (number % 6 == 1) {
      events.add(change(code, EventKind.ADJUSTED, later, capital.add(capital), currency, null));
    } else if (number % 9 == 2) {
      events.add(change(code, EventKind.WITHDRAWN, later, null, null, null));
    } else if (number % 9 == 5) {
      events.add(change(code, EventKind.MOVED, later, null, null, "HP"));
    }
  }

  private static ProjectEvent change(
      String code,
      EventKind kind,
      LocalDate on,
      @Nullable BigDecimal capital,
      @Nullable String currency,
      @Nullable String zone) {
    return new ProjectEvent(
        code, null, null, true, kind, on, capital, currency, null, null, null, zone, null, null,
        null, null, null, null, null, null, null, null);
  }

  private static String pick(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}

package vn.khuxuong.space.search.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Sets, kept parts and rough figures, against looking at every row by itself. */
class AgreementTest {
  private static final int ZONES = 5;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<Filter.Subject> COUNTED =
      List.of(
          Filter.Subject.LEVEL,
          Filter.Subject.LOAD,
          Filter.Subject.HAZARD,
          Filter.Subject.INDUSTRY);

  /** A result as its place in the list is told. */
  private record Hit(String zone, int row) {}

  @Test
  void whateverIsAskedWhileZonesChangeTheAnswerIsThatOfEveryRowLookedAt() {
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      RandomTown town = new RandomTown(random);
      List<ZoneIndex> zones = town.zones(ZONES);
      KeptParts kept = new KeptParts();
      for (int edit = 0; edit < 8; edit++) {
        VacancyIndex.Snapshot snapshot = snapshot(zones, kept);
        for (int i = 0; i < 12; i++) {
          String query = town.query();
          agrees(snapshot, query, "seed " + seed + ", edit " + edit + ": " + query);
        }
        zones = edited(zones, town, random);
      }
    }
  }

  /** One zone changes; now and then one goes, or comes. */
  private static List<ZoneIndex> edited(List<ZoneIndex> zones, RandomTown town, Random random) {
    List<ZoneIndex> after = new ArrayList<>(zones);
    int place = random.nextInt(zones.size());
    after.set(place, town.zone(after.get(place).zone().code()));
    if (after.size() > 2 && random.nextInt(4) == 0) {
      after.remove(random.nextInt(after.size()));
    }
    if (random.nextInt(4) == 0) {
      after.add(town.zone("Q" + (char) ('K' + random.nextInt(10)) + random.nextInt(10_000)));
    }
    after.sort(Comparator.comparing(zone -> zone.zone().code()));
    return after;
  }

  private static VacancyIndex.Snapshot snapshot(List<ZoneIndex> zones, KeptParts kept) {
    return new VacancyIndex.Snapshot(
        1, SmallTown.LINES, new Table(zones, SmallTown.LINES.lines().size(), kept));
  }

  private static void agrees(VacancyIndex.Snapshot snapshot, String query, String what) {
    Question question = question(snapshot, query);
    Search.Found found = Search.find(snapshot.table(), question);
    List<Hit> rows = new ArrayList<>();
    Map<String, Integer> levels = new HashMap<>();
    Map<String, Integer> hazards = new HashMap<>();
    Map<String, Integer> lines = new HashMap<>();
    Map<Double, Integer> loads = new HashMap<>();
    int bays = 0;
    int ever = 0;
    for (ZoneIndex zone : snapshot.zones()) {
      Period period = zone.period(question.when());
      long[] free = period.free();
      for (int row = 0; row < zone.size(); row++) {
        FloorSpace floor = zone.floorAt(row);
        ever += admits(question, zone, period, row, null) ? 1 : 0;
        if (!Bits.has(free, row)) {
          continue;
        }
        if (admits(question, zone, period, row, null)) {
          rows.add(new Hit(zone.zone().code(), row));
          bays += zone.stretch(row).bayCount();
        }
        if (admits(question, zone, period, row, Filter.Subject.LEVEL)) {
          levels.merge(String.valueOf(floor.level()), 1, Integer::sum);
        }
        if (admits(question, zone, period, row, Filter.Subject.LOAD)) {
          loads.merge(Facets.LOAD_CLASSES[Facets.loadClass(floor)], 1, Integer::sum);
        }
        if (admits(question, zone, period, row, Filter.Subject.HAZARD)) {
          Hazards.list(floor.hazards())
              .forEach(hazard -> hazards.merge(hazard.name(), 1, Integer::sum));
        }
        if (admits(question, zone, period, row, Filter.Subject.INDUSTRY)) {
          SmallTown.LINES
              .codes(floor.industries())
              .forEach(line -> lines.merge(line, 1, Integer::sum));
        }
      }
    }
    assertThat(found.count()).as(what).isEqualTo(rows.size());
    assertThat(found.bays()).as(what).isEqualTo(bays);
    VacancyJson.Facets facets = found.tally().json(SmallTown.LINES);
    assertThat(counts(facets.level())).as(what).isEqualTo(levels);
    assertThat(counts(facets.hazard())).as(what).isEqualTo(hazards);
    assertThat(
            facets.industry().stream()
                .collect(Collectors.toMap(VacancyJson.Sector::value, VacancyJson.Sector::count)))
        .as(what)
        .isEqualTo(lines);
    assertThat(
            facets.load().stream()
                .collect(
                    Collectors.toMap(VacancyJson.LoadClass::from, VacancyJson.LoadClass::count)))
        .as(what)
        .isEqualTo(loads);
    assertThat(found.page().stream().map(AgreementTest::hit).toList())
        .as(what)
        .isEqualTo(first(snapshot, question, rows));
    Matches matches = new Matches(snapshot.table(), question);
    assertThat(matches.ever().count()).as(what).isEqualTo(ever);
    waysAgree(question, matches.all(), what);
    writesAsTheMapperDoes(snapshot, question, query);
  }

  private static Map<String, Integer> counts(List<VacancyJson.Count> counts) {
    return counts.stream()
        .collect(Collectors.toMap(VacancyJson.Count::value, VacancyJson.Count::count));
  }

  /** What is chosen by how much is found, both ways. */
  private static void waysAgree(Question question, Rows found, String what) {
    Facets facets = found.table().facets();
    for (Filter.Subject subject : COUNTED) {
      assertThat(facets.count(subject, found.table().facetKinds(), found.byFacetKind(null)))
          .as(what)
          .isEqualTo(facets.count(subject, found));
    }
    List<Ranking.Row> walked = new Ranking(question, found, true).list();
    List<Ranking.Row> looked = new Ranking(question, found, false).list();
    assertThat(walked).as(what).isEqualTo(looked);
    if (!walked.isEmpty() && question.after() == null) {
      Ranking.Row last = walked.get(walked.size() / 2);
      Question next = question.after(new Cursor(question.order(), last.position()));
      assertThat(new Ranking(next, found, true).list())
          .as(what + ", next page")
          .isEqualTo(new Ranking(next, found, false).list());
    }
  }

  private static void writesAsTheMapperDoes(
      VacancyIndex.Snapshot snapshot, Question question, String query) {
    VacancyJson answer =
        new VacancyAnswer(snapshot, question).json("http://localhost/api/v1/vacancies?" + query);
    assertThat(new String(new AnswerBytes(MAPPER).of(answer), StandardCharsets.UTF_8))
        .isEqualTo(MAPPER.writeValueAsString(answer));
  }

  private static Hit hit(Ranking.Row row) {
    return new Hit(row.zone().zone().code(), row.row());
  }

  private static Question question(VacancyIndex.Snapshot snapshot, String query) {
    return QuestionReader.read(CanonicalQuery.parameters(query), snapshot, SmallTown.TODAY);
  }

  private static boolean admits(
      Question question, ZoneIndex zone, Period period, int row, Filter.Subject left) {
    AreaBetween area = question.area();
    return question.filters().stream()
            .filter(filter -> filter.subject() != left)
            .allMatch(filter -> filter.admits(zone, period, row))
        && (area == null || area.admits(zone, period, row));
  }

  /** The first page, by the keys as they are defined. */
  private static List<Hit> first(
      VacancyIndex.Snapshot snapshot, Question question, List<Hit> rows) {
    Map<Hit, Double> keys = new HashMap<>();
    for (Hit hit : rows) {
      ZoneIndex zone = snapshot.table().zone(snapshot.table().place(hit.zone()).orElseThrow());
      keys.put(hit, key(question, zone, hit.row()));
    }
    Comparator<Hit> byKey = Comparator.comparingDouble(keys::get);
    return rows.stream()
        .sorted(question.order().descending() ? byKey.reversed() : byKey) // stable: then by place
        .limit(question.limit())
        .toList();
  }

  private static double key(Question question, ZoneIndex zone, int row) {
    AreaBetween area = question.area();
    double areaM2 = area == null ? zone.areaM2(row) : area.best(zone, row);
    return switch (question.order().key()) {
      case RENT -> zone.floorAt(row).rentUsdM2Month();
      case AREA -> areaM2;
      case FROM -> Math.max(zone.stretch(row).free().from(), Days.number(question.today()));
      case DISTANCE -> question.near().metresTo(zone.building(row));
      case FIT -> {
        double surplus = 0;
        boolean any = false;
        for (Filter filter : question.filters()) {
          if (filter instanceof Bound need
              && need.least()
              && need.limit() > 0
              && need.measure() != Measure.LEVEL) {
            Period period = zone.period(question.when());
            surplus += need.measure().of(zone, period, row) / need.limit() - 1;
            any = true;
          }
        }
        if (area != null && area.least() != null && area.least() > 0) {
          surplus += areaM2 / area.least() - 1;
          any = true;
        }
        yield any ? Math.round(surplus * 1e6) / 1e6 : zone.floorAt(row).rentUsdM2Month();
      }
    };
  }

  @Test
  void searchesThatRunWhileZonesChangeAnswerFromTheirOwnZones() {
    Random random = new Random(99);
    RandomTown town = new RandomTown(random);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      queries.add(town.query());
    }
    KeptParts kept = new KeptParts();
    AtomicReference<VacancyIndex.Snapshot> current =
        new AtomicReference<>(snapshot(town.zones(ZONES), kept));
    AtomicBoolean done = new AtomicBoolean();
    List<CompletableFuture<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Random own = new Random(i);
      readers.add(
          CompletableFuture.supplyAsync(
              () -> {
                int asked = 0;
                while (!done.get() || asked < queries.size()) {
                  String query = queries.get(own.nextInt(queries.size()));
                  agrees(current.get(), query, query);
                  asked++;
                }
                return asked;
              }));
    }
    for (int edit = 0; edit < 60; edit++) {
      List<ZoneIndex> after = edited(current.get().zones(), town, random);
      current.set(snapshot(after, kept));
    }
    done.set(true);
    assertThat(readers.stream().map(CompletableFuture::join).toList())
        .allMatch(asked -> asked >= queries.size());
  }

  @Test
  void aRoughFigureNeverTurnsTwoFiguresRoundNorIsMoreThanWhatItStandsFor() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      double one = Math.round(random.nextDouble() * 4e6) / 1e4;
      double other = random.nextBoolean() ? one * (1 + 1e-9) : one * 1.01;
      assertThat(Rough.of(one)).isLessThanOrEqualTo(Rough.of(other));
      assertThat(Rough.least(Rough.of(one))).isBetween(one * 0.996, one);
      assertThat(Rough.isExact(one)).isEqualTo(Rough.least(Rough.of(one)) == one);
    }
    assertThat(Rough.of(50)).isLessThan(Rough.of(50.5));
    assertThat(Rough.isExact(500)).isTrue();
    assertThat(Rough.isExact(62.1)).isFalse();
    assertThat(Rough.of(Math.nextDown(100))).isLessThan(Rough.of(100));
  }

  @Test
  void daysBetweenTheSameChangesAreEqual() {
    ChangeDays days = new ChangeDays();
    days.add(100, 200);
    days.add(150, Days.FOREVER);
    assertThat(days.equal(new Days(120, 130))).isEqualTo(new Days(100, 150));
    assertThat(days.equal(new Days(100, 150))).isEqualTo(new Days(100, 150));
    assertThat(days.equal(new Days(149, 151))).isEqualTo(new Days(100, 200));
    assertThat(days.equal(new Days(210, Days.FOREVER))).isEqualTo(new Days(200, Days.FOREVER));
    assertThat(days.equal(new Days(50, 60))).isEqualTo(new Days(0, 100));
    assertThat(days.equal(new Days(-5, 60))).isEqualTo(new Days(-5, 60));
  }
}

package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.khuxuong.space.HazardClass;

/**
 * Two invented zones in memory, whose answers can be counted: QA with a building of three floors,
 * QB with one of a single floor; every floor six bays of 100 m² with a break before bay 3.
 */
final class SmallTown {
  static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  static final Industries LINES =
      new Industries(
          List.of(
              new Industries.Line("MOULD", "Khuôn mẫu", "Moulds and dies"),
              new Industries.Line("FOOD", "Chế biến thực phẩm", "Food processing")));

  private SmallTown() {}

  static Days days(String from, String until) {
    return new Days(Days.number(LocalDate.parse(from)), Days.number(LocalDate.parse(until)));
  }

  static ClaimSpan claim(int first, int end, String from, String until, double kva, double m3) {
    return new ClaimSpan(first, end, days(from, until), kva, m3);
  }

  /** The higher the weaker and the cheaper; food and hazard C3 on the ground floor only. */
  static FloorSpace floor(long id, int level, List<ClaimSpan> claims) {
    List<FloorSpace.Bay> bays = new ArrayList<>();
    for (int no = 0; no < 6; no++) {
      bays.add(new FloorSpace.Bay(no, 100, Days.number(TODAY.minusDays(2))));
    }
    int d = Hazards.bit(HazardClass.D);
    return new FloorSpace(
        id,
        level,
        level == 1 ? 20 : 7.5,
        level == 1 ? 60 : 20,
        level == 1 ? 6 : 4.5,
        200,
        level == 1 ? d | Hazards.bit(HazardClass.C3) : d,
        level == 1 ? 3 : 1,
        Set.of(3),
        6 - level,
        (6 - level) * 25_000,
        bays,
        claims,
        0);
  }

  static BuildingSpace building(String code, double lon, double lat, List<FloorSpace> floors) {
    return new BuildingSpace(
        code,
        "Nhà xưởng " + code,
        "Building " + code,
        lon,
        lat,
        400,
        10,
        1,
        0.5,
        "ILLUSTRATIVE",
        List.of(new GoodsLift(3, 2.2, 3, 2.2, 2.4), new GoodsLift(1.5, 1.6, 2, 1.4, 2.1)),
        floors);
  }

  static ZoneIndex zone(String code, Days incentive, BuildingSpace... buildings) {
    BuildingSpace first = buildings[0];
    return new ZoneIndex(
        new ZoneSpace(
            first.floors().get(0).id(),
            code,
            "Khu " + code,
            "Zone " + code,
            "KCN " + code,
            first.lon(),
            first.lat(),
            Arrays.stream(buildings).mapToDouble(BuildingSpace::lon).min().orElseThrow() - 0.01,
            first.lat() - 0.01,
            Arrays.stream(buildings).mapToDouble(BuildingSpace::lon).max().orElseThrow() + 0.01,
            first.lat() + 0.01,
            Days.number(LocalDate.of(2041, 1, 1)),
            incentive,
            List.of(buildings)));
  }

  /**
   * QA-A: ground floor bays 0 and 1 let to the end of 2027; second floor bays 3 to 5 let to the end
   * of 2030; third floor free. QB-A: free.
   */
  static VacancyIndex.Snapshot snapshot() {
    ZoneIndex qa =
        zone(
            "QA",
            null,
            building(
                "QA-A",
                106.7,
                10.8,
                List.of(
                    floor(1, 1, List.of(claim(0, 2, "2026-01-01", "2028-01-01", 150, 4))),
                    floor(2, 2, List.of(claim(3, 6, "2026-01-01", "2031-01-01", 50, 1))),
                    floor(3, 3, List.of()))));
    ZoneIndex qb =
        zone(
            "QB",
            days("2025-05-17", "2035-01-01"),
            building("QB-A", 106.8, 10.8, List.of(floor(4, 1, List.of()))));
    return new VacancyIndex.Snapshot(7, LINES, List.of(qa, qb));
  }

  static Question question(String query) {
    Map<String, String[]> parameters = new LinkedHashMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      String name = pair.substring(0, pair.indexOf('='));
      String value = pair.substring(pair.indexOf('=') + 1);
      parameters.merge(
          name,
          new String[] {value},
          (some, more) -> {
            String[] all = Arrays.copyOf(some, some.length + 1);
            all[some.length] = more[0];
            return all;
          });
    }
    return QuestionReader.read(parameters, snapshot(), TODAY);
  }

  static VacancyJson ask(String query) {
    return new VacancyAnswer(snapshot(), question(query)).json("/api/v1/vacancies?");
  }

  /** Hits as building, level, bays. */
  static List<String> hits(String query) {
    return ask(query).hits().stream()
        .map(
            hit -> hit.building() + "/" + hit.level() + " " + hit.firstBay() + "+" + hit.bayCount())
        .toList();
  }
}

package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what was found into the words of the answer. */
final class VacancyAnswer {
  private final VacancyIndex.Snapshot snapshot;
  private final Question question;

  VacancyAnswer(VacancyIndex.Snapshot snapshot, Question question) {
    this.snapshot = snapshot;
    this.question = question;
  }

  /**
   * The answer.
   *
   * @param first address of the page without its cursor, ready for another to be added
   */
  VacancyJson json(String first) {
    Search.Found found = Search.find(snapshot.table(), question);
    return new VacancyJson(
        question.today(),
        snapshot.revision(),
        new VacancyJson.Asked(
            question.from(),
            question.months(),
            question.split(),
            question.order().word(),
            question.limit(),
            question.machine()),
        new VacancyJson.Total(found.count(), found.bays(), found.areaM2(), found.zones()),
        found.page().stream().map(this::hit).toList(),
        next(found, first),
        found.tally().json(snapshot.industries()),
        found.count() == 0 ? Missed.of(snapshot.table(), question) : List.of(),
        methods());
  }

  private @Nullable String next(Search.Found found, String first) {
    if (!found.more()) {
      return null;
    }
    Ranking.Row last = found.page().get(found.page().size() - 1);
    return first + "cursor=" + new Cursor(question.order(), last.position()).text();
  }

  private VacancyJson.Hit hit(Ranking.Row found) {
    ZoneIndex zone = found.zone();
    int row = found.row();
    Period period = zone.period(question.when());
    FloorSpace floor = zone.floorAt(row);
    BuildingSpace building = zone.building(row);
    Stretch stretch = zone.stretch(row);
    Place near = question.near();
    AreaBetween.Pair pair = pair(zone, row, period);
    AreaBetween area = question.area();
    AreaBetween.Part part =
        pair != null ? pair.lower() : area == null ? null : area.part(zone, row);
    return new VacancyJson.Hit(
        building.code(),
        building.nameVi(),
        building.nameEn(),
        zone.zone().code(),
        zone.zone().nameVi(),
        zone.zone().nameEn(),
        floor.id(),
        floor.level(),
        stretch.firstBay(),
        stretch.bayCount(),
        stretch.areaM2(),
        Days.date(Math.max(stretch.free().from(), Days.number(question.today()))),
        stretch.free().last(),
        floor.loadKnM2(),
        floor.pointLoadKn(),
        floor.clearHeightM(),
        building.liftT(),
        tenth(period.powerLeftKva(row)),
        tenth(period.wastewaterLeftM3Day(row)),
        Hazards.list(floor.hazards()).stream().map(Enum::name).toList(),
        snapshot.industries().codes(floor.industries()),
        floor.rentUsdM2Month(),
        floor.rentVndM2Month(),
        building.serviceChargeUsdM2Month(),
        part == null ? null : part(floor, part),
        pair == null ? null : part(zone.floorAt(pair.upperRow()), pair.upper()),
        List.of(VacancyJson.round(building.lon()), VacancyJson.round(building.lat())),
        near == null ? null : tenth(near.metresTo(building)),
        zone.hasIncentive(Days.number(question.from())),
        building.dataStatus());
  }

  /** The two floors that make up the area where one does not. */
  private AreaBetween.@Nullable Pair pair(ZoneIndex zone, int row, Period period) {
    AreaBetween area = question.area();
    if (!question.split() || area == null || area.admits(zone, period, row)) {
      return null;
    }
    Rows others = new Matches(snapshot.table(), question.without(area)).all();
    return area.pair(
        zone, row, others.of(snapshot.table().place(zone.zone().code()).orElseThrow()));
  }

  private static VacancyJson.Part part(FloorSpace floor, AreaBetween.Part part) {
    return new VacancyJson.Part(
        floor.id(), floor.level(), part.firstBay(), part.bayCount(), part.areaM2());
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private List<VacancyJson.Method> methods() {
    List<VacancyJson.Method> methods = new ArrayList<>();
    methods.add(
        new VacancyJson.Method(
            "area",
            "Diện tích các khoang liền nhau, đo trong hệ tọa độ pháp lý của khu; so theo m² tròn.",
            "Area of neighbouring bays, measured in the zone's legal CRS; compared in whole m²."));
    if (question.near() != null) {
      methods.add(
          new VacancyJson.Method(
              "distance",
              "Đường thẳng trên ellipsoid WGS 84 tới giữa nhà xưởng; không phải quãng đường đi.",
              "Straight line on the WGS 84 ellipsoid to the middle of the building; the way by"
                  + " road is not known."));
    }
    if (question.machine() != null) {
      methods.add(
          new VacancyJson.Method(
              "machine",
              "Ước tính có dự phòng từ trọng lượng và kích thước: tải rải = 1,25 × trọng lượng /"
                  + " diện tích chân máy; bốn chân, chân nặng nhất 1,3 lần phần của nó; cao thông"
                  + " thủy thêm 0,5 m; thang thêm 10 %. Kỹ sư kết cấu quyết định.",
              "Estimated with margins from weight and size: uniform load = 1.25 × weight over the"
                  + " footprint; four feet, the heaviest with 1.3 times its share; 0.5 m more"
                  + " height; 10 % more for the lift. The structural engineer decides."));
    }
    methods.add(
        new VacancyJson.Method(
            "incentive",
            "Khu thành lập sau ngày Nghị quyết 198/2025/QH15 có hiệu lực (17/5/2025), kể cả khu"
                + " đang quy hoạch: doanh nghiệp đủ điều kiện được giảm ít nhất 30 % tiền thuê"
                + " trong 5 năm đầu, theo quỹ dành riêng của từng khu. Chưa phải lời hứa.",
            "Parks established after Resolution 198/2025/QH15 came into force (17 May 2025),"
                + " planned ones among them: firms that qualify get at least 30 % off the rent for"
                + " the first 5 years, on what each park reserves. Not a promise."));
    return methods;
  }
}

package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.HazardClass;

/** Understands the parameters of {@code /api/v1/vacancies}. */
final class QuestionReader {
  static final List<String> KNOWN =
      List.of(
          "areaMin",
          "areaMax",
          "split",
          "load",
          "pointLoad",
          "height",
          "lift",
          "liftDoorWidth",
          "liftDoorHeight",
          "power",
          "wastewater",
          "hazard",
          "industry",
          "rentMaxUsd",
          "rentMaxVnd",
          "zone",
          "building",
          "bbox",
          "near",
          "withinKm",
          "floorMin",
          "floorMax",
          "from",
          "months",
          "incentive",
          "machineWeight",
          "machineLength",
          "machineWidth",
          "machineHeight",
          "machines",
          "sort",
          "limit",
          "cursor",
          "f",
          "lang");

  private static final double MOST_M2 = 1e6;
  private static final double MOST_KN = 1e4;
  private static final double MOST_SUPPLY = 1e6;
  private static final double MOST_KM = 2000;
  private static final int MOST_MONTHS = 840;
  private static final int DEFAULT_LIMIT = 20;
  private static final int MOST_LIMIT = 100;

  private final Values values;
  private final VacancyIndex.Snapshot snapshot;
  private final LocalDate today;
  private final List<Filter> filters = new ArrayList<>();
  private final List<Filter> ofDays = new ArrayList<>();

  private QuestionReader(Values values, VacancyIndex.Snapshot snapshot, LocalDate today) {
    this.values = values;
    this.snapshot = snapshot;
    this.today = today;
  }

  /**
   * The question that was asked.
   *
   * @param parameters as they came
   * @param today civil day in Ho Chi Minh City
   * @throws ProblemException naming the parameter that is unknown or wrong, and what would do
   */
  static Question read(
      Map<String, String[]> parameters, VacancyIndex.Snapshot snapshot, LocalDate today) {
    return new QuestionReader(new Values(parameters, KNOWN), snapshot, today).read();
  }

  private Question read() {
    Place near = near();
    LocalDate wanted = values.day("from");
    LocalDate from = wanted == null || wanted.isBefore(today) ? today : wanted;
    zones();
    building();
    box();
    if (values.flag("incentive")) {
      filters.add(new Where.WithIncentive(Days.number(from)));
    }
    levels();
    admissions();
    Machine.Needs machine = machine();
    strength(machine);
    lift(machine);
    most("rentMaxUsd", Measure.RENT_USD, MOST_SUPPLY);
    most("rentMaxVnd", Measure.RENT_VND, 1e9);
    supplies();
    filters.addAll(ofDays);
    Order order = order(near);
    return new Question(
        filters,
        area(),
        values.flag("split"),
        today,
        from,
        values.whole("months", 1, MOST_MONTHS),
        order,
        near,
        machine,
        cursor(order),
        Optional.ofNullable(values.whole("limit", 1, MOST_LIMIT)).orElse(DEFAULT_LIMIT));
  }

  private @Nullable Place near() {
    double[] point = values.degrees("near", 2, "106.7428,10.7643");
    Double km = values.number("withinKm", 0, MOST_KM);
    if (point == null) {
      if (km != null) {
        throw Values.refusal(
            "near",
            "Cần biết cách điểm nào.",
            "Within which distance of what?",
            "Thêm near=kinh độ,vĩ độ.",
            "Add near=longitude,latitude.");
      }
      return null;
    }
    Place near = new Place(point[0], point[1]);
    if (km != null) {
      filters.add(Where.Within.of(near, km * 1000));
    }
    return near;
  }

  private void zones() {
    List<String> codes = values.texts("zone");
    List<Geodesic.Point> places = new ArrayList<>();
    for (String code : codes) {
      ZoneSpace zone =
          snapshot
              .zone(code)
              .orElseThrow(
                  () ->
                      Values.notAmong(
                          "zone",
                          snapshot.zones().stream().map(one -> one.zone().code()).toList()));
      places.add(Geodesic.Point.of(zone.lon(), zone.lat()));
    }
    if (!codes.isEmpty()) {
      filters.add(new Where.InZones(new HashSet<>(codes), places));
    }
  }

  private void building() {
    String code = values.text("building");
    if (code == null) {
      return;
    }
    for (ZoneIndex zone : snapshot.zones()) {
      for (BuildingSpace building : zone.zone().buildings()) {
        if (building.code().equals(code)) {
          filters.add(
              new Where.InBuilding(
                  zone.zone().code(), code, Geodesic.Point.of(building.lon(), building.lat())));
          return;
        }
      }
    }
    throw Values.refusal(
        "building",
        "Không có nhà xưởng mang mã này.",
        "No building has this code.",
        "Mã các nhà xưởng ở /api/v1/buildings.",
        "The codes are at /api/v1/buildings.");
  }

  private void box() {
    String form = "106.6,10.7,106.8,10.9";
    double[] box = values.degrees("bbox", 4, form);
    if (box == null) {
      return;
    }
    if (box[0] > box[2] || box[1] > box[3]) {
      throw Values.refusal(
          "bbox",
          "Cạnh tây phải ở bên trái cạnh đông, cạnh nam ở dưới cạnh bắc.",
          "West must be left of east, and south below north.",
          "bbox=" + form,
          "bbox=" + form);
    }
    filters.add(new Where.InBox(box[0], box[1], box[2], box[3]));
  }

  private void levels() {
    Integer least = values.whole("floorMin", 1, ZoneIndex.MOST_LEVELS);
    Integer most = values.whole("floorMax", 1, ZoneIndex.MOST_LEVELS);
    if (least != null && most != null && least > most) {
      throw Values.refusal(
          "floorMax",
          "Tầng cao nhất thấp hơn tầng thấp nhất.",
          "The highest level is below the lowest.",
          "floorMax từ " + least + " trở lên.",
          "floorMax of at least " + least + ".");
    }
    if (least != null) {
      filters.add(new Bound("floorMin", Measure.LEVEL, true, least));
    }
    if (most != null) {
      filters.add(new Bound("floorMax", Measure.LEVEL, false, most));
    }
  }

  private void admissions() {
    String hazard = values.word("hazard", Hazards.ALL.stream().map(Enum::name).toList());
    if (hazard != null) {
      filters.add(new Admits.Hazard(HazardClass.valueOf(hazard)));
    }
    String industry = values.word("industry", snapshot.industries().codes());
    if (industry != null) {
      filters.add(new Admits.Industry(industry, snapshot.industries().place(industry)));
    }
  }

  private Machine.@Nullable Needs machine() {
    Machine machine =
        new Machine(
            values.number("machineWeight", Machine.LEAST_T, Machine.MOST_T),
            values.number("machineLength", Machine.LEAST_M, Machine.MOST_M),
            values.number("machineWidth", Machine.LEAST_M, Machine.MOST_M),
            values.number("machineHeight", Machine.LEAST_M, Machine.MOST_M));
    return machine.isUnknown() ? machines() : more(machine.needs());
  }

  private Machine.@Nullable Needs machines() {
    return Machines.of(values.text("machines"));
  }

  private Machine.Needs more(Machine.Needs one) {
    Machine.Needs others = machines();
    return others == null ? one : one.and(others);
  }

  /** The parameter that a need worked out of machines comes from. */
  private String machineField(String ofOne) {
    return values.text("machines") == null ? ofOne : "machines";
  }

  private void strength(Machine.@Nullable Needs machine) {
    least(
        "load",
        Measure.LOAD_KN_M2,
        MOST_KN,
        machineField("machineWeight"),
        machine == null ? null : machine.loadKnM2());
    least(
        "pointLoad",
        Measure.POINT_LOAD_KN,
        MOST_KN,
        machineField("machineWeight"),
        machine == null ? null : machine.pointLoadKn());
    least(
        "height",
        Measure.CLEAR_HEIGHT_M,
        Machine.MOST_M,
        machineField("machineHeight"),
        machine == null ? null : machine.heightM());
  }

  /** The larger of what is asked for and what the machine needs. */
  private void least(
      String name, Measure measure, double most, String other, @Nullable Double derived) {
    Double asked = values.number(name, 0, most);
    if (derived != null && (asked == null || derived > asked)) {
      filters.add(new Bound(other, measure, true, derived));
    } else if (asked != null) {
      filters.add(new Bound(name, measure, true, asked));
    }
  }

  private void most(String name, Measure measure, double largest) {
    Double asked = values.number(name, 0, largest);
    if (asked != null) {
      filters.add(new Bound(name, measure, false, asked));
    }
  }

  private void lift(Machine.@Nullable Needs machine) {
    Double capacity = values.number("lift", 0, Machine.MOST_T);
    Double width = values.number("liftDoorWidth", 0, Machine.MOST_M);
    Double height = values.number("liftDoorHeight", 0, Machine.MOST_M);
    String field =
        capacity != null
            ? "lift"
            : width != null ? "liftDoorWidth" : height != null ? "liftDoorHeight" : "";
    double t = larger(capacity, machine == null ? null : machine.liftT());
    if (machine != null && (field.isEmpty() || (capacity != null && t > capacity))) {
      field = machineField("machineWeight");
    }
    LiftTakes lift =
        new LiftTakes(
            field,
            t,
            larger(width, machine == null ? null : machine.liftDoorWidthM()),
            larger(height, machine == null ? null : machine.liftDoorHeightM()),
            larger(null, machine == null ? null : machine.liftCarWidthM()),
            larger(null, machine == null ? null : machine.liftCarDepthM()));
    if (!field.isEmpty()) {
      filters.add(lift);
    }
  }

  private static double larger(@Nullable Double one, @Nullable Double other) {
    return Math.max(one == null ? 0 : one, other == null ? 0 : other);
  }

  private void supplies() {
    Double power = values.number("power", 0, MOST_SUPPLY);
    if (power != null) {
      ofDays.add(new Bound("power", Measure.POWER_LEFT_KVA, true, power));
    }
    Double wastewater = values.number("wastewater", 0, MOST_SUPPLY);
    if (wastewater != null) {
      ofDays.add(new Bound("wastewater", Measure.WASTEWATER_LEFT_M3_DAY, true, wastewater));
    }
  }

  private @Nullable AreaBetween area() {
    Double least = values.number("areaMin", 0, MOST_M2);
    Double most = values.number("areaMax", 0, MOST_M2);
    if (least != null && most != null && least > most) {
      throw Values.refusal(
          "areaMax",
          "Diện tích lớn nhất nhỏ hơn diện tích nhỏ nhất.",
          "The largest area is smaller than the least area.",
          "areaMax từ " + values.text("areaMin") + " trở lên.",
          "areaMax of at least " + values.text("areaMin") + ".");
    }
    return least == null && most == null ? null : new AreaBetween(least, most);
  }

  private Order order(@Nullable Place near) {
    String text = values.text("sort");
    Order order = Order.find(text == null ? "fit" : text).orElse(null);
    if (order == null) {
      String words = String.join(", ", Order.words());
      throw Values.refusal(
          "sort",
          "Không có thứ tự này.",
          "There is no such order.",
          "Một trong: " + words + "; thêm dấu trừ phía trước để đảo ngược.",
          "One of: " + words + "; with a minus in front the other way round.");
    }
    if (order.key() == Order.Key.DISTANCE && near == null) {
      throw Values.refusal(
          "near",
          "Cần biết khoảng cách tới điểm nào.",
          "Distance to what?",
          "Thêm near=kinh độ,vĩ độ.",
          "Add near=longitude,latitude.");
    }
    return order;
  }

  private @Nullable Cursor cursor(Order order) {
    String text = values.text("cursor");
    if (text == null) {
      return null;
    }
    return Cursor.find(text)
        .filter(cursor -> cursor.order().equals(order))
        .orElseThrow(
            () ->
                Values.refusal(
                    "cursor",
                    "Không phải dấu trang của câu hỏi này.",
                    "This is no cursor of this search.",
                    "Bắt đầu lại từ trang đầu, rồi theo địa chỉ next.",
                    "Begin at the first page, then follow next."));
  }
}

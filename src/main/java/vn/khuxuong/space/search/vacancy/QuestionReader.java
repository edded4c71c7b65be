package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import java.util.ArrayList;
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
  private static final double MOST_SUPPLY = 1e6;
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
    WhereReader where = new WhereReader(values, snapshot, filters);
    Place near = where.near();
    LocalDate wanted = values.day("from");
    LocalDate from = wanted == null || wanted.isBefore(today) ? today : wanted;
    where.named();
    if (values.flag("incentive")) {
      filters.add(new Where.WithIncentive(Days.number(from)));
    }
    levels();
    admissions();
    Machine.Needs machine = new MachineReader(values, filters).read();
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

  private void most(String name, Measure measure, double largest) {
    Double asked = values.number(name, 0, largest);
    if (asked != null) {
      filters.add(new Bound(name, measure, false, asked));
    }
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

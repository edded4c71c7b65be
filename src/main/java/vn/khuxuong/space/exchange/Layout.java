package vn.khuxuong.space.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/**
 * Whether floors and bays fit together: floors within the building, bays within their floor and off
 * each other, neighbouring bays side by side unless a break stands between them, numbers without
 * gaps. Judged in metres of the zone's legal system.
 */
final class Layout {
  /** m² by which shapes may differ: a centimetre along a long wall. */
  private static final double BEARABLE_M2 = 0.3;

  /** Two bays are side by side if their edges lie within this of each other… */
  private static final double NEAR_M = 0.05;

  /** …for at least so long. */
  private static final double SHARED_M = 0.5;

  private final Table table;
  private final Map<String, Geometry> metres;

  private Layout(Table table, Map<String, Geometry> metres) {
    this.table = table;
    this.metres = metres;
  }

  /**
   * Everything that does not fit.
   *
   * @param metres the rows' shapes in metres, by the rows' keys
   */
  static List<Refusal> check(Table table, Map<String, Geometry> metres) {
    return new Layout(table, metres).check();
  }

  private List<Refusal> check() {
    List<Refusal> refusals = new ArrayList<>();
    Row building = table.of(Kind.BUILDING).get(0);
    Map<Integer, List<Row>> bays =
        table.of(Kind.BAY).stream().collect(Collectors.groupingBy(row -> row.whole("level")));
    Set<Integer> levels =
        table.of(Kind.FLOOR).stream().map(row -> row.whole("level")).collect(Collectors.toSet());
    if (building.whole("truck_level") > building.whole("storeys")) {
      refusals.add(
          Refusal.of(
              building,
              "truck_level",
              "Xe không lên được tầng không có.",
              "Trucks cannot reach a storey that is not there.",
              "Nhiều nhất " + building.value("storeys") + ".",
              "At most " + building.value("storeys") + "."));
    }
    for (Row floor : table.of(Kind.FLOOR)) {
      floor(refusals, building, floor, bays.getOrDefault(floor.whole("level"), List.of()));
    }
    for (Row bay : table.of(Kind.BAY)) {
      if (!levels.contains(bay.whole("level"))) {
        refusals.add(
            Refusal.of(
                bay,
                "level",
                "Không có dòng của tầng này.",
                "There is no row of this floor.",
                "Thêm dòng floor cho tầng " + bay.value("level") + ".",
                "Add a row of kind floor for level " + bay.value("level") + "."));
      }
      boolean reasons =
          !bay.value("out_reason_vi").isEmpty() && !bay.value("out_reason_en").isEmpty();
      boolean none = bay.value("out_reason_vi").isEmpty() && bay.value("out_reason_en").isEmpty();
      if (bay.value("rentable").equals("true") ? !none : !reasons) {
        refusals.add(
            Refusal.of(
                bay,
                "out_reason_vi",
                "Lý do không cho thuê phải có ở cả hai thứ tiếng, và chỉ khi không cho thuê.",
                "Why a bay is not for rent is said in both languages, and only then.",
                "Điền hoặc bỏ out_reason_vi và out_reason_en.",
                "Fill in, or leave out, out_reason_vi and out_reason_en."));
      }
    }
    return refusals;
  }

  private void floor(List<Refusal> refusals, Row building, Row floor, List<Row> unordered) {
    if (floor.whole("level") > building.whole("storeys")) {
      refusals.add(
          Refusal.of(
              floor,
              "level",
              "Nhà chỉ có " + building.value("storeys") + " tầng.",
              "The building has only " + building.value("storeys") + " storeys.",
              "Sửa level hoặc storeys.",
              "Mend level or storeys."));
    }
    outside(refusals, floor, building, "đường bao nhà xưởng", "the building's footprint");
    List<Row> bays =
        unordered.stream().sorted((a, b) -> Integer.compare(a.whole("no"), b.whole("no"))).toList();
    List<Integer> breaks =
        Arrays.stream(floor.value("breaks").split(" ", -1))
            .filter(part -> !part.isEmpty())
            .map(Integer::valueOf)
            .toList();
    if (breaks.stream().anyMatch(at -> at < 1 || at >= bays.size())) {
      refusals.add(
          Refusal.of(
              floor,
              "breaks",
              "Vách ngăn phải đứng giữa hai khoang.",
              "A break stands between two bays.",
              "Số từ 1 đến " + (bays.size() - 1) + ".",
              "Numbers from 1 to " + (bays.size() - 1) + "."));
    }
    for (int i = 0; i < bays.size(); i++) {
      Row bay = bays.get(i);
      if (bay.whole("no") != i) {
        refusals.add(
            Refusal.of(
                bay,
                "no",
                "Khoang đánh số liền nhau từ 0; thiếu số " + i + ".",
                "Bays are numbered from 0 without gaps; " + i + " is missing.",
                "Đánh số lại các khoang của tầng.",
                "Number the floor's bays anew."));
        return;
      }
      outside(refusals, bay, floor, "mặt sàn của tầng", "the floor plate");
      for (int j = 0; j < i; j++) {
        overlap(refusals, bay, bays.get(j));
      }
      if (i > 0 && !breaks.contains(i)) {
        apart(refusals, bay, bays.get(i - 1));
      }
    }
  }

  private Geometry shape(Row row) {
    Geometry shape = metres.get(row.key());
    if (shape == null) {
      throw new IllegalArgumentException("No shape: " + row.key());
    }
    return shape;
  }

  private void outside(List<Refusal> refusals, Row inner, Row outer, String vi, String en) {
    double area = shape(inner).difference(shape(outer)).getArea();
    if (area > BEARABLE_M2) {
      refusals.add(
          Refusal.of(
              inner,
              "geometry",
              m2(area) + " m² nằm ngoài " + vi + ".",
              m2(area) + " m² lie outside " + en + ".",
              "Cắt hình theo " + vi + ".",
              "Trim the shape to " + en + "."));
    }
  }

  private void overlap(List<Refusal> refusals, Row bay, Row other) {
    Geometry one = shape(bay);
    if (!one.getEnvelopeInternal().intersects(shape(other).getEnvelopeInternal())) {
      return;
    }
    double area = one.intersection(shape(other)).getArea();
    if (area > BEARABLE_M2) {
      refusals.add(
          Refusal.of(
              bay,
              "geometry",
              m2(area) + " m² chồng lên khoang " + other.value("no") + ".",
              m2(area) + " m² overlap bay " + other.value("no") + ".",
              "Cắt một trong hai khoang.",
              "Trim one of the two."));
    }
  }

  private void apart(List<Refusal> refusals, Row bay, Row before) {
    double shared =
        shape(bay).buffer(NEAR_M, 2).intersection(shape(before).getBoundary()).getLength();
    if (shared < SHARED_M) {
      refusals.add(
          Refusal.of(
              bay,
              "geometry",
              "Khoang không liền với khoang " + before.value("no") + " dù không có vách ngăn.",
              "The bay is not beside bay " + before.value("no") + ", and no break is said.",
              "Khép khe hở, hoặc thêm " + bay.value("no") + " vào breaks của tầng.",
              "Close the gap, or add " + bay.value("no") + " to the floor's breaks."));
    }
  }

  private static String m2(double area) {
    return String.format(Locale.ROOT, "%.2f", area);
  }
}

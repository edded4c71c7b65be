package vn.khuxuong.zoning.check;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.khuxuong.zoning.check.Finding.Action;
import vn.khuxuong.zoning.check.Finding.RepairOption;

/** What findings and repairs say to people, in both languages. */
final class Wording {
  private static final Locale VI = Locale.forLanguageTag("vi-VN");
  private static final Locale EN = Locale.UK;
  private static final int NAMED = 6;

  private Wording() {}

  /** A sentence in Vietnamese and English. */
  record Text(String vi, String en) {}

  static Text overlap(String a, String b, double areaM2, double widthM) {
    return new Text(
        a + " và " + b + " chồng lên nhau " + size(VI, areaM2, widthM, "rộng nhất") + ".",
        a + " and " + b + " overlap by " + size(EN, areaM2, widthM, "at most") + ".");
  }

  static Text gap(List<String> labels, boolean atEdge, double areaM2, double widthM) {
    String vi = labels.isEmpty() ? "" : " giữa " + names(labels, "và", "phân khu khác");
    String en = labels.isEmpty() ? "" : " between " + names(labels, "and", "others");
    return new Text(
        "Khoảng hở "
            + size(VI, areaM2, widthM, "rộng nhất")
            + vi
            + (atEdge ? ", giáp ranh khu" : "")
            + ".",
        "A gap of "
            + size(EN, areaM2, widthM, "at most")
            + en
            + (atEdge ? ", at the zone's edge" : "")
            + ".");
  }

  static Text outside(String label, double areaM2, double widthM) {
    return new Text(
        label + " vượt ra ngoài ranh khu " + size(VI, areaM2, widthM, "rộng nhất") + ".",
        label + " reaches beyond the zone by " + size(EN, areaM2, widthM, "at most") + ".");
  }

  static Text invalid(String label, String reasonVi, String reasonEn) {
    return new Text(
        "Hình của " + label + " không hợp lệ: " + reasonVi + ".",
        "The shape of " + label + " is not valid: " + reasonEn + ".");
  }

  static Text sliver(String label, double areaM2, double widthM) {
    return new Text(
        label + " là mảnh vụn: " + size(VI, areaM2, widthM, "rộng nhất") + ".",
        label + " is a sliver: " + size(EN, areaM2, widthM, "at most") + ".");
  }

  static Text narrow(String label, double widthM, double leastM) {
    return new Text(
        label
            + " có chỗ chỉ rộng "
            + number(VI, widthM)
            + " m, ít hơn bề rộng tối thiểu "
            + number(VI, leastM)
            + " m.",
        label
            + " is only "
            + number(EN, widthM)
            + " m wide in a place, less than the least width of "
            + number(EN, leastM)
            + " m.");
  }

  static Text duplicate(String label, int count) {
    return new Text(
        label + " có " + count + " đỉnh trùng với đỉnh liền trước.",
        label + " has " + count + (count == 1 ? " vertex" : " vertices") + " twice in a row.");
  }

  static Text close(String label, int count, double nearestM) {
    return new Text(
        label + " có " + count + " cặp đỉnh quá gần nhau, gần nhất " + millimetres(VI, nearestM),
        label
            + " has "
            + count
            + (count == 1 ? " pair" : " pairs")
            + " of vertices too close together, the nearest "
            + millimetres(EN, nearestM));
  }

  static Text unmatched(String a, String b, int count) {
    return new Text(
        "Cạnh chung của " + a + " và " + b + " có " + count + " đỉnh chỉ nằm ở một bên.",
        "The shared edge of "
            + a
            + " and "
            + b
            + " has "
            + count
            + (count == 1 ? " vertex" : " vertices")
            + " on one side only.");
  }

  private static final Map<Action, Text> ACTIONS =
      Map.of(
          Action.FILL_GAP, new Text("Lấp khoảng hở vào ", "Fill the gap into "),
          Action.TRIM_OVERLAP, new Text("Cắt phần chồng khỏi ", "Trim the overlap off "),
          Action.CLIP_TO_ZONE, new Text("Cắt theo ranh khu: ", "Clip to the zone: "),
          Action.SNAP, new Text("Khớp đỉnh cạnh chung của ", "Match the vertices of "),
          Action.REMOVE_VERTEX, new Text("Bỏ đỉnh thừa của ", "Remove surplus vertices of "),
          Action.MERGE, new Text("Gộp vào phân khu kề: ", "Merge into a neighbour: "),
          Action.MAKE_VALID, new Text("Dựng lại hình hợp lệ của ", "Rebuild a valid shape of "));

  /** A repair of pieces by the labels of their ids. */
  static RepairOption repair(Action action, Map<String, String> labelById) {
    Map<String, String> sorted = new TreeMap<>(labelById);
    Text text = action(action, sorted.values());
    return new RepairOption(action, List.copyOf(sorted.keySet()), text.vi(), text.en());
  }

  static Text action(Action action, Collection<String> labels) {
    Text opening = ACTIONS.getOrDefault(action, new Text("", ""));
    List<String> sorted = labels.stream().sorted().toList();
    return new Text(
        opening.vi() + names(sorted, "và", "phân khu khác"),
        opening.en() + names(sorted, "and", "others"));
  }

  /** What a step of a repair does, to how many findings, over how much ground. */
  static Text step(Action action, Collection<String> labels, int findings, double areaM2) {
    Text text = action(action, labels);
    String vi = findings == 1 ? "" : ", sửa " + findings + " lỗi gần nhau";
    String en = findings == 1 ? "" : ", mending " + findings + " findings together";
    return new Text(
        text.vi() + vi + (areaM2 > 0 ? " (" + number(VI, areaM2) + " m²)." : "."),
        text.en() + en + (areaM2 > 0 ? " (" + number(EN, areaM2) + " m²)." : "."));
  }

  private static String names(List<String> labels, String and, String others) {
    if (labels.size() > NAMED) {
      String first = labels.stream().limit(NAMED - 1L).collect(Collectors.joining(", "));
      return first + " " + and + " " + (labels.size() - NAMED + 1) + " " + others;
    }
    if (labels.size() < 2) {
      return String.join("", labels);
    }
    return String.join(", ", labels.subList(0, labels.size() - 1))
        + " "
        + and
        + " "
        + labels.get(labels.size() - 1);
  }

  private static String size(Locale locale, double areaM2, double widthM, String atMost) {
    return number(locale, areaM2) + " m², " + atMost + " " + number(locale, widthM) + " m";
  }

  private static String millimetres(Locale locale, double metres) {
    return String.format(locale, "%.1f mm.", metres * 1000);
  }

  /** Two decimals, or as many as show three digits of a small value. */
  static String number(Locale locale, double value) {
    int decimals = 2;
    for (double v = Math.abs(value); v > 0 && v < 0.995 && decimals < 6; v *= 10) {
      decimals++;
    }
    return String.format(locale, "%,." + decimals + "f", value);
  }
}

package vn.khuxuong.space.search.vacancy;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.web.Language;

/** Says a search in words, as its chips do: one part for each condition. */
public final class SearchWords {
  private final Map<String, String[]> asked;
  private final VacancyIndex.Snapshot snapshot;
  private final List<Part> parts = new ArrayList<>();

  private SearchWords(Map<String, String[]> asked, VacancyIndex.Snapshot snapshot) {
    this.asked = asked;
    this.snapshot = snapshot;
  }

  /** A condition in both languages. */
  public record Part(String vi, String en) {

    /** The text of a language. */
    public String text(Language language) {
      return language.choose(vi, en);
    }
  }

  static List<Part> of(Map<String, String[]> asked, VacancyIndex.Snapshot snapshot) {
    SearchWords words = new SearchWords(asked, snapshot);
    words.place();
    words.space();
    words.supplies();
    words.use();
    words.days();
    if (words.parts.isEmpty()) {
      words.add("Mọi khoang trống", "Any free bay");
    }
    return List.copyOf(words.parts);
  }

  private void place() {
    String[] zones = asked.getOrDefault("zone", new String[0]);
    if (zones.length > 0) {
      add(zoneNames(zones, Language.VI), zoneNames(zones, Language.EN));
    }
    String code = text("building");
    if (code != null) {
      BuildingSpace building = building(code);
      add(building == null ? code : building.nameVi(), building == null ? code : building.nameEn());
    }
    if (text("bbox") != null) {
      add("Trong khung bản đồ đã chọn", "In the part of the map chosen");
    }
    measured("withinKm", "Cách điểm đã chọn không quá", "Within", "km", " of the place chosen");
  }

  private String zoneNames(String[] codes, Language language) {
    return List.of(codes).stream()
        .map(
            code ->
                snapshot
                    .zone(code)
                    .map(zone -> language.choose(zone.shortName(), zone.nameEn()))
                    .orElse(code))
        .collect(Collectors.joining(", "));
  }

  private @Nullable BuildingSpace building(String code) {
    return snapshot.table().site(code).map(Table.Site::building).orElse(null);
  }

  private void space() {
    between("areaMin", "areaMax", "", "", " m²");
    if (flag("split") && (text("areaMin") != null || text("areaMax") != null)) {
      add("Kể cả hai tầng liền nhau", "Also over two adjacent floors");
    }
    between("floorMin", "floorMax", "Tầng ", "Floor ", "");
    least("load", "Tải sàn", "Floor load", "kN/m²");
    least("pointLoad", "Tải tập trung", "Point load", "kN");
    least("height", "Chiều cao thông thủy", "Clear height", "m");
    least("lift", "Thang hàng", "Goods lift", "t");
    least("liftDoorWidth", "Cửa thang rộng", "Lift door width", "m");
    least("liftDoorHeight", "Cửa thang cao", "Lift door height", "m");
    machine();
  }

  /** One machine by its own parameters, several in one: {@code t,m,m,m;t,m,m,m}. */
  private void machine() {
    machine(
        List.of(
            given("machineWeight"),
            given("machineLength"),
            given("machineWidth"),
            given("machineHeight")));
    for (String one : given("machines").split(";", -1)) {
      machine(List.of(one.split(",", -1)));
    }
  }

  private void machine(List<String> figures) {
    if (figures.stream().anyMatch(figure -> !figure.isBlank())) {
      add("Máy " + machine(figures, Language.VI), "Machine " + machine(figures, Language.EN));
    }
  }

  private static String machine(List<String> figures, Language language) {
    List<String> facts = new ArrayList<>();
    if (!figures.get(0).isBlank()) {
      facts.add(formatted(figures.get(0), language) + " t");
    }
    String sides =
        figures.stream()
            .skip(1)
            .filter(side -> !side.isBlank())
            .map(side -> formatted(side, language))
            .collect(Collectors.joining(" × "));
    if (!sides.isEmpty()) {
      facts.add(sides + " m");
    }
    return String.join(", ", facts);
  }

  private void supplies() {
    least("power", "Điện còn lại", "Power left", "kVA");
    String wastewater = text("wastewater");
    if (wastewater != null) {
      add(
          "Nước thải ≥ " + number("wastewater", Language.VI) + " m³/ngày",
          "Wastewater ≥ " + number("wastewater", Language.EN) + " m³/day");
    }
    most("rentMaxUsd", "USD");
    most("rentMaxVnd", "VND");
  }

  private void use() {
    String hazard = text("hazard");
    if (hazard != null) {
      add("Hạng cháy " + hazard, "Fire hazard class " + hazard);
    }
    String industry = text("industry");
    if (industry != null) {
      snapshot.industries().lines().stream()
          .filter(line -> line.code().equals(industry))
          .findFirst()
          .ifPresentOrElse(line -> add(line.vi(), line.en()), () -> add(industry, industry));
    }
    if (flag("incentive")) {
      add("Khu có ưu đãi tiền thuê", "Parks with a rent cut by law");
    }
  }

  private void days() {
    String from = text("from");
    if (from != null) {
      LocalDate day = LocalDate.parse(from);
      add("Trống từ " + Language.VI.date(day), "Free from " + Language.EN.date(day));
    }
    String months = text("months");
    if (months != null) {
      add("Trong " + months + " tháng", "For " + months + " months");
    }
  }

  private void least(String name, String vi, String en, String unit) {
    if (text(name) != null) {
      add(
          vi + " ≥ " + number(name, Language.VI) + " " + unit,
          en + " ≥ " + number(name, Language.EN) + " " + unit);
    }
  }

  private void most(String name, String currency) {
    if (text(name) != null) {
      add(
          "Giá thuê ≤ " + number(name, Language.VI) + " " + currency + "/m²/tháng",
          "Rent ≤ " + number(name, Language.EN) + " " + currency + "/m²/month");
    }
  }

  private void measured(String name, String vi, String en, String unit, String afterEn) {
    if (text(name) != null) {
      add(
          vi + " " + number(name, Language.VI) + " " + unit,
          en + " " + number(name, Language.EN) + " " + unit + afterEn);
    }
  }

  private void between(String least, String most, String vi, String en, String unit) {
    if (text(least) != null || text(most) != null) {
      add(vi + range(least, most, Language.VI) + unit, en + range(least, most, Language.EN) + unit);
    }
  }

  private String range(String least, String most, Language language) {
    if (text(least) == null) {
      return "≤ " + number(most, language);
    }
    return text(most) == null
        ? "≥ " + number(least, language)
        : number(least, language) + "–" + number(most, language);
  }

  private String number(String name, Language language) {
    return formatted(given(name), language);
  }

  private static String formatted(String number, Language language) {
    NumberFormat format = NumberFormat.getInstance(language.locale());
    format.setMaximumFractionDigits(3);
    return format.format(Double.parseDouble(number));
  }

  private boolean flag(String name) {
    return "true".equals(text(name));
  }

  private @Nullable String text(String name) {
    String[] values = asked.get(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  private String given(String name) {
    String text = text(name);
    return text == null ? "" : text;
  }

  private void add(String vi, String en) {
    parts.add(new Part(vi, en));
  }
}

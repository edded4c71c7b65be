package vn.khuxuong.report.register;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the headings and words of registers mean, in Vietnamese and English, without accents. */
final class Columns {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

  /** Headings of the template by field, the first ones in Vietnamese. */
  static final Map<String, List<String>> HEADINGS = headings();

  static final Set<String> NUMBERS =
      Set.of("capital", "areaM2", "jobs", "level", "firstBay", "bayCount");

  private static final Map<String, Map<String, String>> WORDS =
      Map.of(
          "kind",
          Map.ofEntries(
              Map.entry("dang ky moi", "REGISTERED"),
              Map.entry("dang ky", "REGISTERED"),
              Map.entry("cap moi", "REGISTERED"),
              Map.entry("dieu chinh", "ADJUSTED"),
              Map.entry("chuyen cho", "MOVED"),
              Map.entry("chuyen", "MOVED"),
              Map.entry("thu hoi", "WITHDRAWN"),
              Map.entry("cham dut", "WITHDRAWN")),
          "supports",
          Map.of(
              "giay xac nhan", "CERTIFICATE",
              "san pham", "PRODUCT",
              "san pham danh muc", "PRODUCT",
              "khong", "NONE"),
          "sizeClass",
          Map.of("sieu nho", "MICRO", "nho", "SMALL", "vua", "MEDIUM", "lon", "LARGE"),
          "currency",
          Map.of("dong", "VND", "vnd", "VND", "usd", "USD", "do la my", "USD"));

  private Columns() {}

  private static Map<String, List<String>> headings() {
    Map<String, List<String>> map = new LinkedHashMap<>();
    map.put("project", List.of("Mã dự án", "So GCN", "project", "project code"));
    map.put("name", List.of("Tên dự án", "name"));
    map.put("taxCode", List.of("Mã số thuế", "MST", "taxCode", "tax code"));
    map.put("kind", List.of("Sự kiện", "kind", "event"));
    map.put("on", List.of("Ngày", "Ngay hieu luc", "on", "date", "day"));
    map.put("capital", List.of("Vốn đăng ký", "Von", "capital"));
    map.put("currency", List.of("Đơn vị tiền", "Loai tien", "currency"));
    map.put("sector", List.of("Mã ngành VSIC", "Nganh", "VSIC", "sector"));
    map.put("supports", List.of("Công nghiệp hỗ trợ", "CNHT", "supports"));
    map.put("supportsRef", List.of("Số giấy xác nhận hoặc sản phẩm", "supportsRef"));
    map.put("zone", List.of("Mã khu", "Khu", "zone"));
    map.put("plot", List.of("Lô đất", "Lo", "plot"));
    map.put("building", List.of("Nhà xưởng", "building"));
    map.put("level", List.of("Tầng", "level", "floor"));
    map.put("firstBay", List.of("Khoang đầu", "firstBay", "first bay"));
    map.put("bayCount", List.of("Số khoang", "bayCount", "bays"));
    map.put("origin", List.of("Quốc gia", "Nuoc dau tu", "origin", "country"));
    map.put("jobs", List.of("Lao động", "jobs"));
    map.put("areaM2", List.of("Diện tích m2", "Dien tich", "areaM2", "area m2"));
    map.put("sizeClass", List.of("Quy mô", "sizeClass", "size"));
    return map;
  }

  /** The field that a heading names. */
  static Optional<String> field(String heading) {
    String folded = folded(heading);
    return HEADINGS.entrySet().stream()
        .filter(one -> one.getValue().stream().anyMatch(word -> folded(word).equals(folded)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** A word as the ledger writes it; other texts as they are. */
  static String word(String field, String text) {
    if (field.equals("origin")) {
      return country(text);
    }
    return WORDS.getOrDefault(field, Map.of()).getOrDefault(folded(text), text);
  }

  private static String country(String text) {
    if (text.length() <= 2) {
      return text;
    }
    String folded = folded(text);
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(code).build();
      if (folded(country.getDisplayCountry(Locale.forLanguageTag("vi"))).equals(folded)
          || folded(country.getDisplayCountry(Locale.ENGLISH)).equals(folded)) {
        return code;
      }
    }
    return text;
  }

  /** Lower case without accents, marks and the bar of đ, words with one blank between. */
  static String folded(String text) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace('đ', 'd');
    return OTHER.matcher(plain).replaceAll(" ").strip();
  }
}

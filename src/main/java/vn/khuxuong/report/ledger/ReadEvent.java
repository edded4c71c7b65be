package vn.khuxuong.report.ledger;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of texts, the same way for JSON and for registers: numbers with a decimal point,
 * days as year-month-day. Tells everything that is wrong at once.
 */
public final class ReadEvent {
  /** Names of the fields that an event may have. */
  public static final List<String> FIELDS =
      List.of(
          "project",
          "name",
          "taxCode",
          "kind",
          "on",
          "capital",
          "currency",
          "sector",
          "supports",
          "supportsRef",
          "zone",
          "plot",
          "building",
          "level",
          "firstBay",
          "bayCount",
          "origin",
          "jobs",
          "areaM2",
          "sizeClass",
          "illustrative",
          "reason");

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9./-]{2,39}");
  private static final Pattern VSIC = Pattern.compile("[0-9]{2,5}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> CURRENCIES = Set.of("USD", "VND");
  private static final Set<String> SUPPORTS = Set.of("CERTIFICATE", "PRODUCT", "NONE");
  private static final Set<String> SIZES = Set.of("MICRO", "SMALL", "MEDIUM", "LARGE");
  private static final LocalDate FIRST = LocalDate.of(1991, 1, 1);
  private static final BigDecimal MOST_CAPITAL = new BigDecimal("1e15");

  private final Map<String, String> texts;
  private final Known known;
  private final List<Fault> faults = new ArrayList<>();

  private ReadEvent(Map<String, String> texts, Known known) {
    this.texts = texts;
    this.known = known;
  }

  /**
   * What was read.
   *
   * @param event null where there are faults
   */
  public record Result(@Nullable ProjectEvent event, List<Fault> faults) {
    /** Copies the list. */
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /** Reads an event. */
  public static Result of(Map<String, String> texts, Known known) {
    return new ReadEvent(texts, known).read();
  }

  private Result read() {
    String project = upper("project");
    if (!CODE.matcher(project).matches()) {
      fault(
          "project",
          "Mã dự án gồm 3 đến 40 chữ A-Z, số, dấu chấm, gạch.",
          "A project code has 3 to 40 letters A-Z, digits, dots, slashes, hyphens.",
          "Ghi số giấy chứng nhận đăng ký đầu tư.",
          "Give the number of the investment certificate.");
    }
    Optional<EventKind> kind =
        Arrays.stream(EventKind.values()).filter(k -> k.name().equals(upper("kind"))).findFirst();
    if (kind.isEmpty()) {
      fault(
          "kind",
          "Không có loại sự kiện này.",
          "There is no such kind of event.",
          "REGISTERED, ADJUSTED, MOVED hoặc WITHDRAWN.",
          "REGISTERED, ADJUSTED, MOVED or WITHDRAWN.");
    }
    LocalDate on = day();
    BigDecimal capital = decimal("capital", MOST_CAPITAL);
    String currency = one("currency", CURRENCIES, "USD hoặc VND.", "USD or VND.");
    if ((capital == null) != (currency == null) && !has("capital", "currency")) {
      fault(
          capital == null ? "capital" : "currency",
          "Vốn và đơn vị tiền phải đi cùng nhau.",
          "Capital and its currency go together.",
          "Ghi cả hai, ví dụ 1500000 và USD.",
          "Give both, for example 1500000 and USD.");
    }
    String sector = sector();
    String supports =
        one(
            "supports",
            SUPPORTS,
            "CERTIFICATE (giấy xác nhận), PRODUCT (sản phẩm thuộc danh mục) hoặc NONE.",
            "CERTIFICATE, PRODUCT (of the list) or NONE.");
    String zone = zone();
    String building = building(zone);
    String plot = text("plot", 40);
    if (plot != null && building != null) {
      fault(
          "plot",
          "Dự án ở lô đất hoặc ở nhà xưởng, không ở cả hai.",
          "A project is on a plot or in a building, not both.",
          "Bỏ một trong hai.",
          "Leave one of them out.");
    }
    Integer level = whole("level", 1, 60);
    Integer firstBay = whole("firstBay", 0, 999);
    Integer bayCount = whole("bayCount", 1, 999);
    if ((level != null && building == null)
        || (firstBay == null) != (bayCount == null)
        || (firstBay != null && level == null)) {
      fault(
          "level",
          "Khoang cần có tầng, tầng cần có nhà xưởng.",
          "Bays need a floor, and a floor needs a building.",
          "Ghi building, level, firstBay, bayCount theo thứ tự đó.",
          "Give building, level, firstBay, bayCount in this order.");
    }
    String origin =
        one("origin", COUNTRIES, "Mã ISO hai chữ, ví dụ VN, JP.", "Two ISO letters, such as VN.");
    String name = text("name", 300);
    String taxCode = taxCode();
    BigDecimal area = decimal("areaM2", new BigDecimal("100000000"));
    Integer jobs = whole("jobs", 0, 1_000_000);
    String size = one("sizeClass", SIZES, "MICRO, SMALL, MEDIUM, LARGE.", "MICRO to LARGE.");
    kind.ifPresent(
        which -> {
          if (which == EventKind.REGISTERED) {
            needs("name", name);
            needs("capital", capital);
            needs("sector", sector);
            needs("supports", supports);
            needs("zone", zone);
            needs("origin", origin);
          } else if (which == EventKind.MOVED) {
            needs("zone", zone);
          }
          if (capital != null && (which == EventKind.MOVED || which == EventKind.WITHDRAWN)) {
            fault(
                "capital",
                "Chuyển chỗ và thu hồi không ghi vốn.",
                "A move and a withdrawal carry no capital.",
                "Bỏ trống; thu hồi tự trừ hết vốn.",
                "Leave it empty; a withdrawal takes all of it.");
          }
        });
    if (!faults.isEmpty() || kind.isEmpty() || on == null) {
      return new Result(null, faults);
    }
    return new Result(
        new ProjectEvent(
            project,
            name,
            taxCode,
            upper("illustrative").equals("TRUE"),
            kind.get(),
            on,
            capital,
            currency,
            sector,
            supports,
            text("supportsRef", 200),
            zone,
            plot,
            building,
            level,
            firstBay,
            bayCount,
            origin,
            jobs,
            area,
            size,
            text("reason", 500)),
        faults);
  }

  private @Nullable LocalDate day() {
    try {
      LocalDate on = LocalDate.parse(raw("on"));
      if (!on.isBefore(FIRST) && !on.isAfter(known.today())) {
        return on;
      }
    } catch (DateTimeException e) {
      // told below
    }
    fault(
        "on",
        "Ngày phải có thật, từ 01/01/1991 đến hôm nay.",
        "The day must exist, from 1 Jan 1991 to today.",
        "Ghi ngày/tháng/năm, ví dụ 24/07/2025; trong JSON 2025-07-24.",
        "Write day/month/year, such as 24/07/2025; in JSON 2025-07-24.");
    return null;
  }

  private @Nullable String sector() {
    String code = raw("sector");
    if (code.isEmpty()) {
      return null;
    }
    if (!VSIC.matcher(code).matches() || !known.divisions().contains(code.substring(0, 2))) {
      fault(
          "sector",
          "Không có ngành “" + shown(code) + "”.",
          "There is no sector “" + shown(code) + "”.",
          "Mã ngành VSIC 2 đến 5 chữ số, ví dụ 2592; xem /api/v1/indicators/sectors.",
          "A VSIC code of 2 to 5 digits, such as 2592; see /api/v1/indicators/sectors.");
      return null;
    }
    return code;
  }

  private @Nullable String zone() {
    String code = upper("zone");
    if (code.isEmpty() || known.zones().contains(code)) {
      return code.isEmpty() ? null : code;
    }
    fault(
        "zone",
        "Không có khu mang mã “" + shown(code) + "”.",
        "No zone has the code “" + shown(code) + "”.",
        "Dùng mã khu, ví dụ TT, TB, HP, CL, BC.",
        "Use a zone's code, such as TT, TB, HP, CL, BC.");
    return null;
  }

  private @Nullable String building(@Nullable String zone) {
    String code = upper("building");
    if (code.isEmpty()) {
      return null;
    }
    String where = known.buildings().get(code);
    if (where == null || (zone != null && !where.equals(zone))) {
      fault(
          "building",
          "Khu này không có nhà xưởng “" + shown(code) + "”.",
          "The zone has no building “" + shown(code) + "”.",
          "Dùng mã nhà xưởng trên bản đồ, ví dụ TT-B.",
          "Use a building's code as on the map, such as TT-B.");
      return null;
    }
    return code;
  }

  private @Nullable String taxCode() {
    String code = raw("taxCode").replaceAll("[\\s.]", "");
    if (code.isEmpty() || TaxCodes.holds(code)) {
      return code.isEmpty() ? null : code;
    }
    fault(
        "taxCode",
        "Mã số thuế “" + shown(code) + "” không hợp lệ.",
        "“" + shown(code) + "” is no tax code.",
        "10 chữ số, hoặc 10 chữ số, gạch nối và 3 chữ số; giữ số 0 ở đầu.",
        "10 digits, or 10 digits, a hyphen and 3; keep leading zeros.");
    return null;
  }

  private @Nullable BigDecimal decimal(String field, BigDecimal most) {
    String text = raw(field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      BigDecimal value = text.length() > 40 ? BigDecimal.ZERO : new BigDecimal(text);
      // the scale first: 1e-999999999 must not be written out
      if (Math.abs((long) value.scale()) <= 40
          && value.signum() > 0
          && value.compareTo(most) <= 0
          && value.stripTrailingZeros().scale() <= 2) {
        return value;
      }
      if (value.signum() < 0) {
        fault(
            field,
            "Số âm không được nhận: " + shown(text) + ".",
            "A negative number is refused: " + shown(text) + ".",
            "Giảm vốn thì ghi sự kiện điều chỉnh với tổng vốn mới; chấm dứt thì ghi thu hồi.",
            "For less capital record an adjustment with the new total; for an end a withdrawal.");
        return null;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    fault(
        field,
        "“" + shown(text) + "” không phải số dương hợp lệ.",
        "“" + shown(text) + "” is no positive number that fits.",
        "Số lớn hơn 0, nhiều nhất hai chữ số thập phân.",
        "A number above 0 with at most two decimals.");
    return null;
  }

  private @Nullable Integer whole(String field, int least, int most) {
    String text = raw(field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      BigDecimal value = text.length() > 20 ? BigDecimal.valueOf(-1) : new BigDecimal(text);
      if (Math.abs((long) value.scale()) <= 20) {
        int number = value.intValueExact();
        if (number >= least && number <= most) {
          return number;
        }
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // told below
    }
    fault(
        field,
        "“" + shown(text) + "” không phải số nguyên từ " + least + " đến " + most + ".",
        "“" + shown(text) + "” is no whole number from " + least + " to " + most + ".",
        "Ghi một số nguyên.",
        "Give a whole number.");
    return null;
  }

  private @Nullable String one(String field, Set<String> allowed, String vi, String en) {
    String text = upper(field);
    if (text.isEmpty() || allowed.contains(text)) {
      return text.isEmpty() ? null : text;
    }
    fault(
        field,
        "“" + shown(text) + "” không có trong danh sách.",
        "“" + shown(text) + "” is not on the list.",
        vi,
        en);
    return null;
  }

  private @Nullable String text(String field, int most) {
    String text = Normalizer.normalize(raw(field), Normalizer.Form.NFC);
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
      fault(
          field,
          "Văn bản dài quá " + most + " ký tự hoặc có ký tự điều khiển.",
          "The text has more than " + most + " characters, or control characters.",
          "Rút ngắn.",
          "Shorten it.");
      return null;
    }
    return text;
  }

  private void needs(String field, @Nullable Object value) {
    if (value == null && !has(field)) {
      fault(field, "Thiếu mục này.", "This is missing.", "Điền vào.", "Fill it in.");
    }
  }

  private boolean has(String... fields) {
    return faults.stream().anyMatch(fault -> List.of(fields).contains(fault.field()));
  }

  private void fault(String field, String vi, String en, String remedyVi, String remedyEn) {
    faults.add(new Fault(field, vi, en, remedyVi, remedyEn));
  }

  private String raw(String field) {
    return texts.getOrDefault(field, "").strip();
  }

  private String upper(String field) {
    return raw(field).toUpperCase(Locale.ROOT);
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}

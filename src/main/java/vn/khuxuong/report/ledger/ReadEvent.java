package vn.khuxuong.report.ledger;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.identifier.TaxCodes;

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

  private final EventTexts texts;
  private final Known known;

  private ReadEvent(Map<String, String> texts, Known known) {
    this.texts = new EventTexts(texts);
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
    String project = texts.upper("project");
    if (!CODE.matcher(project).matches()) {
      texts.fault(
          "project",
          "Mã dự án gồm 3 đến 40 chữ A-Z, số, dấu chấm, gạch.",
          "A project code has 3 to 40 letters A-Z, digits, dots, slashes, hyphens.",
          "Ghi số giấy chứng nhận đăng ký đầu tư.",
          "Give the number of the investment certificate.");
    }
    Optional<EventKind> kind =
        Arrays.stream(EventKind.values())
            .filter(k -> k.name().equals(texts.upper("kind")))
            .findFirst();
    if (kind.isEmpty()) {
      texts.fault(
          "kind",
          "Không có loại sự kiện này.",
          "There is no such kind of event.",
          "Đăng ký mới (REGISTERED), điều chỉnh (ADJUSTED), chuyển chỗ (MOVED), thu hồi"
              + " (WITHDRAWN).",
          "REGISTERED, ADJUSTED, MOVED or WITHDRAWN.");
    }
    LocalDate on = day();
    BigDecimal capital = texts.decimal("capital", MOST_CAPITAL);
    String currency = texts.one("currency", CURRENCIES, "USD hoặc VND.", "USD or VND.");
    if ((capital == null) != (currency == null) && !texts.has("capital", "currency")) {
      texts.fault(
          capital == null ? "capital" : "currency",
          "Vốn và đơn vị tiền phải đi cùng nhau.",
          "Capital and its currency go together.",
          "Ghi cả hai, ví dụ 1500000 và USD.",
          "Give both, for example 1500000 and USD.");
    }
    String sector = sector();
    String supports =
        texts.one(
            "supports",
            SUPPORTS,
            "CERTIFICATE (giấy xác nhận), PRODUCT (sản phẩm thuộc danh mục) hoặc NONE.",
            "CERTIFICATE, PRODUCT (of the list) or NONE.");
    String zone = zone();
    String building = building(zone);
    String plot = texts.text("plot", 40);
    if (plot != null && building != null) {
      texts.fault(
          "plot",
          "Dự án ở lô đất hoặc ở nhà xưởng, không ở cả hai.",
          "A project is on a plot or in a building, not both.",
          "Bỏ một trong hai.",
          "Leave one of them out.");
    }
    Integer level = texts.whole("level", 1, 60);
    Integer firstBay = texts.whole("firstBay", 0, 999);
    Integer bayCount = texts.whole("bayCount", 1, 999);
    if ((level != null && building == null)
        || (firstBay == null) != (bayCount == null)
        || (firstBay != null && level == null)) {
      texts.fault(
          "level",
          "Khoang cần có tầng, tầng cần có nhà xưởng.",
          "Bays need a floor, and a floor needs a building.",
          "Ghi building, level, firstBay, bayCount theo thứ tự đó.",
          "Give building, level, firstBay, bayCount in this order.");
    }
    String origin =
        texts.one(
            "origin", COUNTRIES, "Mã ISO hai chữ, ví dụ VN, JP.", "Two ISO letters, such as VN.");
    String name = texts.text("name", 300);
    String taxCode = taxCode();
    BigDecimal area = texts.decimal("areaM2", new BigDecimal("100000000"));
    Integer jobs = texts.whole("jobs", 0, 1_000_000);
    String size = texts.one("sizeClass", SIZES, "MICRO, SMALL, MEDIUM, LARGE.", "MICRO to LARGE.");
    kind.ifPresent(
        which -> {
          if (which == EventKind.REGISTERED) {
            texts.needs("name", name);
            texts.needs("capital", capital);
            texts.needs("sector", sector);
            texts.needs("supports", supports);
            texts.needs("zone", zone);
            texts.needs("origin", origin);
          } else if (which == EventKind.MOVED) {
            texts.needs("zone", zone);
          }
          if (capital != null && (which == EventKind.MOVED || which == EventKind.WITHDRAWN)) {
            texts.fault(
                "capital",
                "Chuyển chỗ và thu hồi không ghi vốn.",
                "A move and a withdrawal carry no capital.",
                "Bỏ trống; thu hồi tự trừ hết vốn.",
                "Leave it empty; a withdrawal takes all of it.");
          }
        });
    if (!texts.faults().isEmpty() || kind.isEmpty() || on == null) {
      return new Result(null, texts.faults());
    }
    return new Result(
        new ProjectEvent(
            project,
            name,
            taxCode,
            texts.upper("illustrative").equals("TRUE"),
            kind.get(),
            on,
            capital,
            currency,
            sector,
            supports,
            texts.text("supportsRef", 200),
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
            texts.text("reason", 500)),
        texts.faults());
  }

  private @Nullable LocalDate day() {
    try {
      LocalDate on = LocalDate.parse(texts.raw("on"));
      if (!on.isBefore(FIRST) && !on.isAfter(known.today())) {
        return on;
      }
    } catch (DateTimeException e) {
      // told below
    }
    texts.fault(
        "on",
        "Ngày phải có thật, từ 01/01/1991 đến hôm nay.",
        "The day must exist, from 1 Jan 1991 to today.",
        "Ghi ngày/tháng/năm, ví dụ 24/07/2025; trong JSON 2025-07-24.",
        "Write day/month/year, such as 24/07/2025; in JSON 2025-07-24.");
    return null;
  }

  private @Nullable String sector() {
    String code = texts.raw("sector");
    if (code.isEmpty()) {
      return null;
    }
    if (!VSIC.matcher(code).matches() || !known.divisions().contains(code.substring(0, 2))) {
      texts.fault(
          "sector",
          "Không có ngành “" + EventTexts.shown(code) + "”.",
          "There is no sector “" + EventTexts.shown(code) + "”.",
          "Mã ngành VSIC 2 đến 5 chữ số, ví dụ 2592; danh mục ở /api/v1/indicators/sectors.",
          "A VSIC code of 2 to 5 digits, such as 2592; see /api/v1/indicators/sectors.");
      return null;
    }
    return code;
  }

  private @Nullable String zone() {
    String code = texts.upper("zone");
    if (code.isEmpty() || known.zones().contains(code)) {
      return code.isEmpty() ? null : code;
    }
    texts.fault(
        "zone",
        "Không có khu mang mã “" + EventTexts.shown(code) + "”.",
        "No zone has the code “" + EventTexts.shown(code) + "”.",
        "Dùng mã khu, ví dụ TT, TB, HP, CL, BC.",
        "Use a zone's code, such as TT, TB, HP, CL, BC.");
    return null;
  }

  private @Nullable String building(@Nullable String zone) {
    String code = texts.upper("building");
    if (code.isEmpty()) {
      return null;
    }
    String where = known.buildings().get(code);
    if (where == null || (zone != null && !where.equals(zone))) {
      texts.fault(
          "building",
          "Khu này không có nhà xưởng “" + EventTexts.shown(code) + "”.",
          "The zone has no building “" + EventTexts.shown(code) + "”.",
          "Dùng mã nhà xưởng trên bản đồ, ví dụ TT-B.",
          "Use a building's code as on the map, such as TT-B.");
      return null;
    }
    return code;
  }

  private @Nullable String taxCode() {
    String code = texts.raw("taxCode").replaceAll("[\\s.]", "");
    if (code.isEmpty() || TaxCodes.holds(code)) {
      return code.isEmpty() ? null : code;
    }
    texts.fault(
        "taxCode",
        "Mã số thuế “" + EventTexts.shown(code) + "” không hợp lệ.",
        "“" + EventTexts.shown(code) + "” is no tax code.",
        "10 chữ số, hoặc 10 chữ số, gạch nối và 3 chữ số; giữ số 0 ở đầu.",
        "10 digits, or 10 digits, a hyphen and 3; keep leading zeros.");
    return null;
  }
}

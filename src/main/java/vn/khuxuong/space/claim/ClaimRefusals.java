package vn.khuxuong.space.claim;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;
import vn.khuxuong.space.Claim;
import vn.khuxuong.space.ClaimWish;
import vn.khuxuong.space.SpaceProblem;

/**
 * Says in words, with the numbers at hand, why the database refused a claim: from the names of the
 * constraints on {@code space.occupancies}.
 */
@Component
class ClaimRefusals {
  private static final String DOUBLE = "occupancy_no_double_booking";

  private final ClaimStore claims;
  private final PlaceStore places;

  ClaimRefusals(ClaimStore claims, PlaceStore places) {
    this.claims = claims;
    this.places = places;
  }

  /** One reason, with the member at fault and what would be accepted. */
  private record Words(
      SpaceProblem type,
      String field,
      String vi,
      String en,
      String remedyVi,
      String remedyEn,
      Map<String, Object> numbers) {

    ProblemException problem() {
      ProblemException problem = type.with(vi, en).field(field).remedy(remedyVi, remedyEn);
      numbers.forEach(problem::with);
      return problem;
    }
  }

  static ProblemException unknownFloor(long floor) {
    return SpaceProblem.UNKNOWN_FLOOR
        .with("Không có tầng mang số " + floor + ".", "No floor has the id " + floor + ".")
        .field("floor")
        .remedy(
            "Số của tầng ở GET /api/v1/buildings/{code}.",
            "The ids of floors are in GET /api/v1/buildings/{code}.");
  }

  static ProblemException gone() {
    return SpaceProblem.CLAIM_GONE
        .with(
            "Chỗ giữ hoặc thư mời đã kết thúc, nên không làm tiếp được.",
            "The hold or offer has ended, so nothing more can be done with it.")
        .remedy("Xem lại các khoang còn trống.", "Look again at the bays that are free.");
  }

  /** The refusal behind what the database said; anything unknown is a fault of ours. */
  ProblemException of(DataIntegrityViolationException refused, ClaimWish wish) {
    String constraint = constraint(refused);
    if (DOUBLE.equals(constraint)) {
      return taken(wish).causedBy(refused);
    }
    PlaceStore.Place place = places.get(wish);
    Words words =
        switch (String.valueOf(constraint)) {
          case "occupancy_inside_floor" -> insideFloor(place);
          case "occupancy_rentable" -> rentable(wish);
          case "occupancy_crosses_no_break" -> crossesBreak(place);
          case "occupancy_after_completion" -> handOver(place);
          case "occupancy_within_term" -> term(place);
          case "occupancy_load" -> load(wish, place);
          case "occupancy_hazard" -> hazard(wish, place);
          case "occupancy_industry" -> industry(wish, place);
          case "occupancy_floor_power" ->
              power(SpaceProblem.FLOOR_POWER, wish, place.floorPowerLeftKva(), "tầng", "floor");
          case "occupancy_building_power" ->
              power(
                  SpaceProblem.BUILDING_POWER,
                  wish,
                  place.buildingPowerLeftKva(),
                  "nhà xưởng",
                  "building");
          case "occupancy_wastewater" -> wastewater(wish, place);
          default -> throw refused;
        };
    return words.problem().causedBy(refused);
  }

  private ProblemException taken(ClaimWish wish) {
    return claims
        .inTheWay(wish)
        .map(winner -> taken(winner, wish))
        .orElseGet(
            () ->
                SpaceProblem.BAY_TAKEN
                    .with(
                        "Khoang vừa có người khác đăng ký.",
                        "Somebody else has just taken the bays.")
                    .field("firstBay"));
  }

  /** Names the period of the claim in the way, and never whose it is. */
  static ProblemException taken(Claim winner, ClaimWish wish) {
    ClaimWish theirs = winner.wish();
    LocalDate from = theirs.from();
    LocalDate until = theirs.until();
    int last = theirs.firstBay() + theirs.bayCount() - 1;
    String baysVi =
        theirs.bayCount() == 1 ? "Khoang " + last : "Khoang " + theirs.firstBay() + " đến " + last;
    String baysEn =
        theirs.bayCount() == 1
            ? "Bay " + last + " is"
            : "Bays " + theirs.firstBay() + " to " + last + " are";
    return SpaceProblem.BAY_TAKEN
        .with(
            baysVi
                + " đã có người từ "
                + Language.VI.date(from)
                + " đến hết "
                + Language.VI.date(until)
                + ".",
            baysEn
                + " taken from "
                + Language.EN.date(from)
                + " to "
                + Language.EN.date(until)
                + ".")
        .field("firstBay")
        .remedy(
            "Chọn khoang khác hoặc thời gian khác; xem GET /api/v1/floors/"
                + wish.floorId()
                + "/timeline.",
            "Choose other bays or another period; see GET /api/v1/floors/"
                + wish.floorId()
                + "/timeline.")
        .with("kind", winner.kind().name())
        .with("firstBay", theirs.firstBay())
        .with("bayCount", theirs.bayCount())
        .with("from", from.toString())
        .with("until", until.toString());
  }

  private static Words insideFloor(PlaceStore.Place place) {
    return new Words(
        SpaceProblem.NO_SUCH_BAY,
        "firstBay",
        "Tầng có " + place.bays() + " khoang, đánh số từ 0.",
        "The floor has " + place.bays() + " bays, numbered from 0.",
        "Chọn các khoang liền nhau có trên tầng.",
        "Choose neighbouring bays that the floor has.",
        Map.of("bays", place.bays()));
  }

  private Words rentable(ClaimWish wish) {
    PlaceStore.Out out = places.out(wish);
    return new Words(
        SpaceProblem.OUT_OF_SERVICE,
        "firstBay",
        "Khoang " + out.no() + " không cho thuê: " + out.reasonVi() + ".",
        "Bay " + out.no() + " is not for rent: " + out.reasonEn() + ".",
        "Chọn khoang khác.",
        "Choose other bays.",
        Map.of("bay", out.no()));
  }

  private static Words crossesBreak(PlaceStore.Place place) {
    return new Words(
        SpaceProblem.CROSSES_BREAK,
        "bayCount",
        "Hành lang, lõi hoặc tường ngăn cháy đứng trước khoang " + place.breaks() + ".",
        "A corridor, core or fire wall stands before bay " + place.breaks() + ".",
        "Chọn các khoang cùng một phía của vách.",
        "Choose bays on one side of it.",
        Map.of("breaks", place.breaks()));
  }

  private static Words handOver(PlaceStore.Place place) {
    return new Words(
        SpaceProblem.BEFORE_HAND_OVER,
        "from",
        "Các khoang này bàn giao từ ngày " + Language.VI.date(place.availableFrom()) + ".",
        "These bays are handed over from " + Language.EN.date(place.availableFrom()) + " on.",
        "Chọn ngày bắt đầu từ ngày bàn giao.",
        "Begin on the day of the hand-over or later.",
        Map.of("availableFrom", place.availableFrom().toString()));
  }

  private static Words term(PlaceStore.Place place) {
    LocalDate end = place.termEnd() == null ? LocalDate.MAX : place.termEnd();
    return new Words(
        SpaceProblem.BEYOND_TERM,
        "months",
        "Thời hạn đất của khu hết ngày " + Language.VI.date(end) + "; không thuê quá ngày đó.",
        "The zone's land term ends on " + Language.EN.date(end) + "; no lease goes beyond it.",
        "Rút ngắn thời hạn thuê.",
        "Ask for fewer months.",
        Map.of("termEnd", end.toString()));
  }

  private static Words load(ClaimWish wish, PlaceStore.Place place) {
    return new Words(
        SpaceProblem.TOO_HEAVY,
        "loadKnM2",
        "Cần " + wish.loadKnM2() + " kN/m², sàn chịu " + place.loadKnM2() + " kN/m².",
        "Needed: " + wish.loadKnM2() + " kN/m²; the floor bears " + place.loadKnM2() + " kN/m².",
        "Chọn tầng thấp hơn hoặc máy nhẹ hơn.",
        "Choose a lower floor or lighter machines.",
        Map.of("needed", wish.loadKnM2(), "offered", place.loadKnM2()));
  }

  private static Words hazard(ClaimWish wish, PlaceStore.Place place) {
    return new Words(
        SpaceProblem.HAZARD_NOT_PERMITTED,
        "hazard",
        "Tầng chỉ được phép hạng " + place.hazards() + " (QCVN 06:2022/BXD, phụ lục C).",
        "The floor permits the classes " + place.hazards() + " only (QCVN 06:2022/BXD, annex C).",
        "Chọn tầng được phép hạng " + wish.hazard() + ".",
        "Choose a floor that permits class " + wish.hazard() + ".",
        Map.of("needed", wish.hazard().name(), "offered", place.hazards()));
  }

  private static Words industry(ClaimWish wish, PlaceStore.Place place) {
    return new Words(
        SpaceProblem.INDUSTRY_NOT_ADMITTED,
        "industry",
        "Tầng chỉ nhận các ngành " + place.industries() + ".",
        "The floor admits " + place.industries() + " only.",
        "Chọn tầng nhận ngành " + wish.industry() + ".",
        "Choose a floor that admits " + wish.industry() + ".",
        Map.of("needed", wish.industry().name(), "offered", place.industries()));
  }

  private static Words power(
      SpaceProblem type, ClaimWish wish, double leftKva, String whereVi, String whereEn) {
    return new Words(
        type,
        "powerKva",
        "Cần " + wish.powerKva() + " kVA, " + whereVi + " còn " + leftKva + " kVA.",
        "Needed: " + wish.powerKva() + " kVA; the " + whereEn + " has " + leftKva + " kVA left.",
        "Giảm công suất điện hoặc chọn nơi khác.",
        "Ask for less power or choose another place.",
        Map.of("needed", wish.powerKva(), "left", leftKva));
  }

  private static Words wastewater(ClaimWish wish, PlaceStore.Place place) {
    double left = place.wastewaterLeftM3Day();
    return new Words(
        SpaceProblem.WASTEWATER,
        "wastewaterM3Day",
        "Cần " + wish.wastewaterM3Day() + " m³/ngày, nhà xưởng còn " + left + " m³/ngày.",
        "Needed: " + wish.wastewaterM3Day() + " m³ per day; the building has " + left + " left.",
        "Giảm lượng nước thải hoặc chọn nhà xưởng khác.",
        "Discharge less or choose another building.",
        Map.of("needed", wish.wastewaterM3Day(), "left", left));
  }

  private static @Nullable String constraint(DataIntegrityViolationException refused) {
    if (NestedExceptionUtils.getMostSpecificCause(refused) instanceof PSQLException cause) {
      ServerErrorMessage message = cause.getServerErrorMessage();
      return message == null ? null : message.getConstraint();
    }
    return null;
  }
}

package vn.khuxuong.space;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals of the module that owns buildings and their availability. */
public enum SpaceProblem implements ProblemType {
  UNKNOWN_ZONE(
      HttpStatus.NOT_FOUND, "space/unknown-zone", "Không có khu này", "There is no such zone"),
  UNKNOWN_BUILDING(
      HttpStatus.NOT_FOUND,
      "space/unknown-building",
      "Không có nhà xưởng này",
      "There is no such building"),
  UNKNOWN_FLOOR(
      HttpStatus.NOT_FOUND, "space/unknown-floor", "Không có tầng này", "There is no such floor"),
  UNKNOWN_PICTURE(
      HttpStatus.NOT_FOUND,
      "space/unknown-picture",
      "Không có ảnh này",
      "There is no such picture"),
  BAD_PICTURE(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "space/bad-picture",
      "Không nhận ảnh này",
      "The picture is refused"),
  PICTURE_TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "space/picture-too-large",
      "Tệp quá lớn",
      "The file is too large"),
  TOO_MANY_PICTURES(
      HttpStatus.CONFLICT,
      "space/too-many-pictures",
      "Đã đủ số ảnh cho phép",
      "No more pictures are allowed"),
  BAY_TAKEN(
      HttpStatus.CONFLICT,
      "space/bay-taken",
      "Khoang đã có người giữ hoặc thuê",
      "The bays are taken"),
  CLAIM_GONE(
      HttpStatus.CONFLICT,
      "space/claim-gone",
      "Chỗ giữ hoặc thư mời không còn hiệu lực",
      "The hold or offer has ended"),
  NO_SUCH_BAY(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "space/no-such-bay",
      "Tầng không có các khoang này",
      "The floor has no such bays"),
  OUT_OF_SERVICE(
      HttpStatus.CONFLICT,
      "space/out-of-service",
      "Khoang không cho thuê",
      "The bays are not for rent"),
  CROSSES_BREAK(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "space/crosses-break",
      "Các khoang bị vách hoặc hành lang ngăn cách",
      "A wall or corridor stands between the bays"),
  BEFORE_HAND_OVER(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "space/before-hand-over",
      "Khoang chưa bàn giao vào ngày này",
      "The bays are not handed over by then"),
  BEYOND_TERM(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "space/beyond-term",
      "Vượt thời hạn đất của khu",
      "Beyond the zone's land term"),
  IN_THE_PAST(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "space/in-the-past",
      "Thời điểm đã qua",
      "That time has passed"),
  TOO_HEAVY(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "space/too-heavy",
      "Sàn không chịu được tải này",
      "The floor does not bear this load"),
  HAZARD_NOT_PERMITTED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "space/hazard-not-permitted",
      "Tầng không được phép hạng nguy hiểm cháy nổ này",
      "The floor does not permit this hazard class"),
  INDUSTRY_NOT_ADMITTED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "space/industry-not-admitted",
      "Tầng không nhận ngành này",
      "The floor does not admit this line of business"),
  FLOOR_POWER(
      HttpStatus.CONFLICT,
      "space/floor-power",
      "Tầng không còn đủ điện",
      "The floor has not enough power left"),
  BUILDING_POWER(
      HttpStatus.CONFLICT,
      "space/building-power",
      "Nhà xưởng không còn đủ điện",
      "The building has not enough power left"),
  WASTEWATER(
      HttpStatus.CONFLICT,
      "space/wastewater",
      "Nhà xưởng không còn đủ công suất nước thải",
      "The building has not enough wastewater capacity left"),
  UNKNOWN_SAVED_SEARCH(
      HttpStatus.NOT_FOUND,
      "space/unknown-saved-search",
      "Không có tìm kiếm đã lưu này",
      "There is no such saved search"),
  SEARCHES_FULL(
      HttpStatus.CONFLICT,
      "space/searches-full",
      "Tài khoản đã lưu đủ số tìm kiếm",
      "The account keeps as many searches as it may"),
  TOO_MANY_SEARCHES(
      HttpStatus.TOO_MANY_REQUESTS,
      "space/too-many-searches",
      "Đã lưu quá nhiều tìm kiếm",
      "Too many searches were saved"),
  SEARCH_TOO_WIDE(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "space/search-too-wide",
      "Tìm kiếm quá rộng",
      "The search is too wide"),
  MAIL_NOT_SET_UP(
      HttpStatus.CONFLICT,
      "space/mail-not-set-up",
      "Nơi này chưa gửi được thư",
      "Mail is not set up here"),
  BUILDING_REFUSED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "space/building-refused",
      "Bảng nhà xưởng chưa được nhận",
      "The building's table was refused");

  private final ProblemKind kind;

  SpaceProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}

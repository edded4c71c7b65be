package vn.khuxuong.tenancy;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals on the way from a hold to a lease. */
public enum ProcessProblem implements ProblemType {
  BAD_BODY(
      HttpStatus.BAD_REQUEST, "tenancy/bad-body", "Nội dung gửi không hợp lệ", "Bad request body"),
  NO_FIRM(
      HttpStatus.FORBIDDEN,
      "tenancy/no-firm",
      "Tài khoản chưa gắn với doanh nghiệp nào",
      "The account acts for no firm"),
  UNKNOWN_FIRM(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "tenancy/unknown-firm",
      "Không có doanh nghiệp này",
      "There is no such firm"),
  UNKNOWN_APPLICATION(
      HttpStatus.NOT_FOUND,
      "tenancy/unknown-application",
      "Không có hồ sơ này",
      "There is no such application"),
  UNKNOWN_HOLD(
      HttpStatus.NOT_FOUND,
      "tenancy/unknown-hold",
      "Không có chỗ giữ này",
      "There is no such hold"),
  UNKNOWN_OFFER(
      HttpStatus.NOT_FOUND,
      "tenancy/unknown-offer",
      "Không có thư mời này",
      "There is no such offer"),
  UNKNOWN_LEASE(
      HttpStatus.NOT_FOUND,
      "tenancy/unknown-lease",
      "Không có hợp đồng này",
      "There is no such lease"),
  UNKNOWN_LEASE_REQUEST(
      HttpStatus.NOT_FOUND,
      "tenancy/unknown-lease-request",
      "Không có yêu cầu này",
      "There is no such request"),
  HOLD_LIMIT(
      HttpStatus.CONFLICT,
      "tenancy/hold-limit",
      "Đã giữ đủ số chỗ cho phép",
      "No more holds are allowed"),
  ROUND_MODE(
      HttpStatus.CONFLICT,
      "tenancy/round-mode",
      "Nhà xưởng này đang phân bổ theo đợt",
      "The building is let by rounds for now"),
  KEY_REUSED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "tenancy/key-reused",
      "Khóa yêu cầu đã dùng cho việc khác",
      "The key was used for something else"),
  WRONG_STATE(
      HttpStatus.CONFLICT,
      "tenancy/wrong-state",
      "Trạng thái hiện tại không cho phép",
      "The present state does not allow this"),
  OFFER_LAPSED(
      HttpStatus.CONFLICT, "tenancy/offer-lapsed", "Thư mời đã hết hạn", "The offer has lapsed"),
  STALE(
      HttpStatus.PRECONDITION_FAILED,
      "tenancy/stale",
      "Dữ liệu đã thay đổi từ lần đọc trước",
      "It has changed since it was read");

  private final ProblemKind kind;

  ProcessProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}

package vn.khuxuong.platform.problem;

import org.springframework.http.HttpStatus;

/** The kinds of refusal that belong to no module. */
public enum ApiProblem implements ProblemType {
  BAD_REQUEST(HttpStatus.BAD_REQUEST, "bad-request", "Yêu cầu không hợp lệ", "Bad request"),
  BAD_PARAMETER(HttpStatus.BAD_REQUEST, "bad-parameter", "Tham số không hợp lệ", "Bad parameter"),
  MALFORMED_BODY(
      HttpStatus.BAD_REQUEST, "malformed-body", "Nội dung gửi lên sai", "Malformed body"),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Nội dung quá lớn", "Body too large"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "Không tìm thấy", "Not found"),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated", "Cần đăng nhập", "Sign-in required"),
  FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "Không có quyền", "Not allowed"),
  CONFLICT(HttpStatus.CONFLICT, "conflict", "Xung đột trạng thái", "Conflict"),
  BUSY(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Hệ thống đang bận", "Service busy"),
  STARTING(HttpStatus.SERVICE_UNAVAILABLE, "starting", "Đang khởi động", "Starting"),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Lỗi phía hệ thống", "Fault on our side");

  private final ProblemKind kind;

  ApiProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}

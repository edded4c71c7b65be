package vn.khuxuong.allocation.round;

import org.springframework.http.HttpStatus;
import vn.khuxuong.platform.problem.ProblemKind;
import vn.khuxuong.platform.problem.ProblemType;

/** Refusals of allocation rounds. */
public enum RoundProblem implements ProblemType {
  UNKNOWN_ROUND(
      HttpStatus.NOT_FOUND,
      "allocation/unknown-round",
      "Không có đợt phân bổ này",
      "No such allocation round"),
  UNKNOWN_RUN(
      HttpStatus.NOT_FOUND, "allocation/unknown-run", "Không có lần giải này", "No such run"),
  UNKNOWN_APPLICATION(
      HttpStatus.NOT_FOUND,
      "allocation/unknown-application",
      "Hồ sơ không có trong đợt này",
      "The application is not in this round"),
  UNKNOWN_BAY(
      HttpStatus.NOT_FOUND,
      "allocation/unknown-bay",
      "Đợt này không có khoang này",
      "The round has no such bay"),
  UNKNOWN_OBJECTION(
      HttpStatus.NOT_FOUND,
      "allocation/unknown-objection",
      "Không có kiến nghị này",
      "No such objection"),
  UNKNOWN_SCENARIO(
      HttpStatus.NOT_FOUND,
      "allocation/unknown-scenario",
      "Không có phương án thử này",
      "No such scenario"),
  WRONG_STATE(
      HttpStatus.CONFLICT,
      "allocation/wrong-state",
      "Bước này không làm được lúc này",
      "The round is not where this can be done"),
  NOT_YET(HttpStatus.CONFLICT, "allocation/not-yet", "Chưa đến lúc", "It is too early for this"),
  OWN_WORK(
      HttpStatus.FORBIDDEN,
      "allocation/own-work",
      "Không tự phê duyệt việc mình làm",
      "Nobody approves own work"),
  CODE_TAKEN(HttpStatus.CONFLICT, "allocation/code-taken", "Mã đợt đã dùng", "The code is taken"),
  NOBODY_APPLIED(
      HttpStatus.CONFLICT,
      "allocation/nobody-applied",
      "Không có gì để phân bổ",
      "There is nothing to allocate"),
  RULE_BROKEN(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "allocation/rule-broken",
      "Cách xếp vi phạm quy tắc",
      "The placement breaks a rule"),
  NOT_REPRODUCIBLE(
      HttpStatus.CONFLICT,
      "allocation/not-reproducible",
      "Lần giải này không giải lại y hệt được",
      "The run cannot be repeated byte for byte"),
  TOO_MANY_SCENARIOS(
      HttpStatus.TOO_MANY_REQUESTS,
      "allocation/too-many-scenarios",
      "Quá nhiều phương án thử",
      "Too many scenarios");

  private final ProblemKind kind;

  RoundProblem(HttpStatus status, String slug, String titleVi, String titleEn) {
    kind = new ProblemKind(status, slug, titleVi, titleEn);
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}

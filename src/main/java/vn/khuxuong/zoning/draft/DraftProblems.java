package vn.khuxuong.zoning.draft;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.edit.EditRefusal;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanJson;

/** Refusals of changes to a draft, with the place on the map and what the server has instead. */
final class DraftProblems {
  private DraftProblems() {}

  /**
   * The client's version is old: the server's copy and what changed since the client's, as {@link
   * OutcomeJson} has it.
   *
   * @param since null where it cannot be told what the client saw
   */
  static ProblemException stale(ZoningProblem type, Plan plan, EditDraft.@Nullable Outcome since) {
    Object server =
        since == null ? Map.of("plan", PlanJson.forStaff(plan)) : OutcomeJson.withoutReport(since);
    ProblemException problem =
        type.with(
                "Đồ án đã được sửa sau lần bạn đọc; thao tác của bạn chưa được ghi.",
                "The plan was changed after you read it; your change was not written.")
            .field("If-Match")
            .remedy(
                "Xem những gì đã đổi, ghép với thay đổi của bạn rồi gửi lại với "
                    + plan.etag()
                    + ".",
                "Look at what changed, merge it with yours and send it again with "
                    + plan.etag()
                    + ".")
            .with("etag", plan.etag())
            .with("lockVersion", plan.lockVersion())
            .with("server", server);
    return since == null ? problem : problem.with("changes", since.diff().toJson());
  }

  /** Somebody asks since a lock version that the plan never had. */
  static ProblemException neverHad(Plan plan, int lockVersion) {
    return ApiProblem.NOT_FOUND
        .with(
            "Đồ án chưa từng có phiên bản " + lockVersion + ".",
            "The plan never had version " + lockVersion + ".")
        .field("since")
        .with("lockVersion", plan.lockVersion())
        .remedy(
            "Gửi lockVersion của lần đọc sau cùng, hoặc đọc lại toàn bộ phân khu.",
            "Send the lockVersion of your last reading, or read all subzones again.");
  }

  /** An edit of a batch cannot be done; nothing of the batch was. */
  static ProblemException refused(EditRefusal refusal, Crs legal) {
    ProblemException problem =
        ZoningProblem.BAD_EDIT
            .with(refusal.vi(), refusal.en())
            .field(
                refusal.index() < 0
                    ? refusal.field().orElse("edits")
                    : "edits["
                        + refusal.index()
                        + "]"
                        + refusal.field().map(f -> "." + f).orElse(""))
            .with("edit", refusal.index())
            .with("reason", refusal.reason().slug());
    refusal.remedyVi().ifPresent(vi -> problem.remedy(vi, refusal.remedyEn().orElse(refusal.en())));
    Geometry place = refusal.place().orElse(null);
    return place == null ? problem : problem.with("place", lonLat(place, legal));
  }

  /** What was drawn is no polygon the database may keep. */
  static ProblemException invalid(Subzone subzone, Geometry stored) {
    TopologyValidationError error = new IsValidOp(stored).getValidationError();
    ProblemException problem =
        ZoningProblem.BAD_EDIT
            .with(
                "Ranh của " + subzone.code() + " tự cắt hoặc không còn diện tích.",
                "The outline of " + subzone.code() + " crosses itself or has no area left.")
            .field("edits")
            .with("subjects", List.of(subzone.uid()))
            .remedy("Vẽ lại ranh ở điểm được đánh dấu.", "Redraw the outline at the marked point.");
    return error == null
        ? problem
        : problem.with(
            "place",
            GeoJson.write(
                Crs.CRS84.geometryFactory().createPoint(error.getCoordinate()),
                GeoJson.DEGREE_DECIMALS));
  }

  /** Two subzones of the result carry one code. */
  static ProblemException codeTaken(String code) {
    return ZoningProblem.BAD_EDIT
        .with(
            "Hai phân khu cùng ký hiệu " + code + ".", "Two subzones carry the code " + code + ".")
        .field("code")
        .remedy(
            "Đặt ký hiệu khác, hoặc dùng lệnh đánh số lại.", "Choose another code, or renumber.");
  }

  private static Object lonLat(Geometry place, Crs legal) {
    return GeoJson.write(
        CoordinateOperation.between(legal, Crs.CRS84).apply(place), GeoJson.DEGREE_DECIMALS);
  }
}

package vn.khuxuong.zoning.comment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.comment.CommentStore.Comment;
import vn.khuxuong.zoning.comment.CommentStore.NewComment;
import vn.khuxuong.zoning.plan.Plan;
import vn.khuxuong.zoning.plan.PlanAccess;
import vn.khuxuong.zoning.plan.PlanStatus;

/**
 * Says something about a plan, answers, resolves. Comments are no drawing: the plan's lock version
 * stays, and a plan forked from it starts without any.
 */
@Component
public class Comments {
  /** More than this is no talk about one plan, and a page could not show it. */
  private static final int MOST_OF_A_PLAN = 5_000;

  private static final int MOST_AT_ONCE = 200;

  private final CommentStore store;
  private final PlanAccess access;
  private final Audit audit;

  Comments(CommentStore store, PlanAccess access, Audit audit) {
    this.store = store;
    this.access = access;
    this.audit = audit;
  }

  /** Adds a comment of the caller, a planner or an approver. */
  @Transactional
  public Comment add(long planId, CommentAsked asked) {
    Plan plan = access.readableByStaff(planId);
    if (!access.hasOneOf(Role.PLANNER, Role.APPROVER)) {
      throw ApiProblem.FORBIDDEN.with(
          "Chỉ người lập và người duyệt quy hoạch được góp ý.",
          "Only planners and approvers comment.");
    }
    if (plan.status() == PlanStatus.SUPERSEDED) {
      throw ZoningProblem.WRONG_STATUS
          .with(
              "Đồ án này đã có phiên bản sau thay thế, không nhận góp ý nữa.",
              "A later version has taken this plan's place; it takes no more comments.")
          .with("planStatus", plan.status())
          .remedy("Góp ý cho phiên bản đang có hiệu lực.", "Comment on the version in force.");
    }
    refuseMoreThan(MOST_OF_A_PLAN - 1, planId);
    return keep(planId, asked, null);
  }

  /**
   * Adds the comments that a decision comes with, all or none. The caller has decided that they may
   * be made and holds the transaction.
   *
   * @throws ProblemException for the first that cannot be kept, its {@code field} within {@code
   *     comments[i]}
   */
  @Transactional
  public void addToDecision(long planId, long decision, List<@Nullable CommentAsked> asked) {
    if (asked.size() > MOST_AT_ONCE) {
      throw CommentAsked.refused(
              "comments",
              "Mỗi lần gửi tối đa " + MOST_AT_ONCE + " góp ý.",
              "At most " + MOST_AT_ONCE + " comments at a time.")
          .remedy("Gộp bớt góp ý.", "Join some of them.");
    }
    refuseMoreThan(MOST_OF_A_PLAN - asked.size(), planId);
    for (int i = 0; i < asked.size(); i++) {
      CommentAsked one = asked.get(i);
      try {
        keep(planId, one == null ? new CommentAsked(null, null, null, null) : one, decision);
      } catch (ProblemException e) {
        throw e.field("comments[" + i + "]." + e.members().get("field"));
      }
    }
  }

  private void refuseMoreThan(int most, long planId) {
    if (store.count(planId).total() > most) {
      throw ZoningProblem.WRONG_STATUS.with(
          "Mỗi đồ án nhận tối đa " + MOST_OF_A_PLAN + " góp ý.",
          "A plan takes at most " + MOST_OF_A_PLAN + " comments.");
    }
  }

  private Comment keep(long planId, CommentAsked asked, @Nullable Long decision) {
    long id =
        store
            .insert(
                new NewComment(
                    planId,
                    access.caller(),
                    asked.checkedText(),
                    asked.checkedPlace(),
                    asked.checkedSubzone(),
                    asked.parent() == null ? null : thread(planId, asked.parent()),
                    decision))
            .orElseThrow(
                () ->
                    CommentAsked.refused(
                            "subzone",
                            "Đồ án không có phân khu " + asked.subzone() + ".",
                            "The plan shows no subzone " + asked.subzone() + ".")
                        .remedy(
                            "Đọc lại đồ án; phân khu có thể vừa bị xóa.",
                            "Read the plan again; the subzone may just have been removed."));
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("comment", id);
    if (decision != null) {
      detail.put("decision", decision);
    }
    audit.record("comment.made", "plan", String.valueOf(planId), detail);
    return get(planId, id);
  }

  /** The first comment of the thread that a comment belongs to. */
  private long thread(long planId, long answered) {
    Comment comment =
        store
            .find(planId, answered)
            .orElseThrow(
                () ->
                    CommentAsked.refused(
                        "parent",
                        "Đồ án không có góp ý số " + answered + ".",
                        "The plan has no comment " + answered + "."));
    return comment.parent() == null ? comment.id() : comment.parent();
  }

  /** Marks a thread as dealt with; nothing happens where it is. */
  @Transactional
  public Comment resolve(long planId, long id) {
    return turn(planId, id, access.caller(), "comment.resolved");
  }

  /** Opens a resolved thread again; nothing happens where it is open. */
  @Transactional
  public Comment reopen(long planId, long id) {
    return turn(planId, id, null, "comment.reopened");
  }

  private Comment turn(long planId, long id, @Nullable String resolvedBy, String action) {
    Plan plan = access.readableByStaff(planId);
    Comment comment = get(planId, id);
    if (!mayResolve(plan, comment)) {
      throw ZoningProblem.NOT_YOURS
          .with(
              "Chỉ người góp ý, người vẽ đồ án và người duyệt khép hoặc mở lại góp ý.",
              "Only its author, whoever draws the plan, and approvers resolve or reopen a comment.")
          .remedy("Trả lời góp ý thay vì khép.", "Answer the comment instead.");
    }
    if (comment.parent() != null) {
      throw ZoningProblem.WRONG_STATUS
          .with(
              "Đây là câu trả lời; hãy khép hoặc mở lại góp ý số " + comment.parent() + ".",
              "This is an answer; resolve or reopen comment " + comment.parent() + ".")
          .field("parent")
          .with("thread", comment.parent());
    }
    if (!store.turn(id, resolvedBy)) {
      return comment;
    }
    audit.record(action, "plan", String.valueOf(planId), Map.of("comment", id));
    return get(planId, id);
  }

  /** Whether the caller may resolve and reopen the comment's thread. */
  boolean mayResolve(Plan plan, Comment comment) {
    return comment.author().equals(access.caller())
        || access.hasOneOf(Role.APPROVER)
        || access.draws(plan);
  }

  private Comment get(long planId, long id) {
    return store.find(planId, id).orElseThrow(() -> unknown(id));
  }

  static ProblemException unknown(long id) {
    return ZoningProblem.UNKNOWN_COMMENT
        .with("Đồ án không có góp ý số " + id + ".", "The plan has no comment " + id + ".")
        .field("cid")
        .remedy(
            "Danh sách góp ý ở /api/v1/plans/{id}/comments.",
            "They are listed at /api/v1/plans/{id}/comments.");
  }
}

package vn.khuxuong.zoning.plan;

import java.util.Arrays;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.security.Role;
import vn.khuxuong.zoning.ZoningProblem;

/**
 * Who may see and who may draw a plan, for every door. What is published anybody reads; other
 * versions are for planners and approvers, and for everybody else they do not exist.
 */
@Component
public class PlanAccess {
  private final PlanStore plans;

  PlanAccess(PlanStore plans) {
    this.plans = plans;
  }

  /** Name of whoever asks, {@link Audit#SYSTEM} where nobody is signed in. */
  public String caller() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who == null ? Audit.SYSTEM : who.getName();
  }

  /** Whether the caller may see plans that are not published. */
  public boolean seesDrafts() {
    return hasOneOf(Role.PLANNER, Role.APPROVER, Role.ADMIN);
  }

  /**
   * A plan the caller may read.
   *
   * @throws ProblemException {@link ZoningProblem#UNKNOWN_PLAN}, also where it is not for the
   *     caller
   */
  public Plan readable(long id) {
    return plans
        .find(id)
        .filter(plan -> plan.status().isPublic() || seesDrafts())
        .orElseThrow(() -> unknown(id));
  }

  /**
   * A plan whose making the caller may follow: who drew what and what was said about it. For
   * everybody else that does not exist, also where the plan is published.
   *
   * @throws ProblemException {@link ZoningProblem#UNKNOWN_PLAN}
   */
  public Plan readableByStaff(long id) {
    refuseNonStaff(id);
    return readable(id);
  }

  /**
   * As {@link #readableByStaff}, without looking whether there is such a plan.
   *
   * @throws ProblemException {@link ZoningProblem#UNKNOWN_PLAN}
   */
  public void refuseNonStaff(long id) {
    if (!seesDrafts()) {
      throw unknown(id);
    }
  }

  /**
   * A plan the caller may draw, locked until the transaction ends.
   *
   * @throws ProblemException {@link ZoningProblem#UNKNOWN_PLAN}, {@link ZoningProblem#NOT_YOURS}
   *     or, where it is not open, {@link ZoningProblem#WRONG_STATUS}
   */
  public Plan lockEditable(long id) {
    readable(id);
    Plan plan = plans.lock(id).orElseThrow(() -> unknown(id));
    refuseStranger(plan);
    if (!plan.status().isOpen()) {
      throw ZoningProblem.WRONG_STATUS
          .with(
              "Chỉ vẽ được khi đồ án là bản nháp hoặc bị trả lại; đồ án này là "
                  + plan.status()
                  + ".",
              "Only a draft or a returned plan may be drawn; this one is " + plan.status() + ".")
          .with("planStatus", plan.status())
          .remedy(
              "Tạo phiên bản mới từ đồ án này: POST /api/v1/plans với basedOn = " + id + ".",
              "Make a new version of it: POST /api/v1/plans with basedOn = " + id + ".");
    }
    return plan;
  }

  /**
   * Lets only the author and, in a shared draft, other planners pass.
   *
   * @throws ProblemException {@link ZoningProblem#NOT_YOURS}
   */
  public void refuseStranger(Plan plan) {
    if (!draws(plan)) {
      throw ZoningProblem.NOT_YOURS
          .with(
              "Đồ án này do " + plan.author() + " vẽ và không dùng chung.",
              "This plan is drawn by " + plan.author() + " and is not shared.")
          .remedy(
              "Xin người vẽ bật dùng chung, hoặc tạo phương án riêng từ nó.",
              "Ask its author to share it, or fork a scenario of your own from it.");
    }
  }

  /** Whether the caller is one of those who draw the plan while it is open. */
  public boolean draws(Plan plan) {
    return hasOneOf(Role.PLANNER) && (plan.shared() || plan.author().equals(caller()));
  }

  /** Whether the caller has one of the roles. */
  public boolean hasOneOf(Role... roles) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null
        && Arrays.stream(roles)
            .map(role -> "ROLE_" + role.name())
            .anyMatch(
                role -> who.getAuthorities().stream().anyMatch(a -> role.equals(a.getAuthority())));
  }

  private static ProblemException unknown(long id) {
    return ZoningProblem.UNKNOWN_PLAN
        .with("Không có đồ án số " + id + ".", "There is no plan " + id + ".")
        .field("id")
        .remedy("Danh sách đồ án ở /api/v1/plans.", "Plans are listed at /api/v1/plans.");
  }
}

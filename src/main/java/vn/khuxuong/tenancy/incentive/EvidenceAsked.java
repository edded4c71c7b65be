package vn.khuxuong.tenancy.incentive;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.ProcessProblem;
import vn.khuxuong.tenancy.firm.Faults;

/**
 * Body of {@code PUT /api/v1/firms/{code}/evidence/{fact}}.
 *
 * @param document what the paper is: kind, number, who issued it
 * @param seenOn day on which the officer saw it, {@code yyyy-mm-dd}
 */
public record EvidenceAsked(@Nullable String document, @Nullable String seenOn) {
  private static final int LONGEST = 300;
  private static final Set<Fact> BY_PAPER =
      Set.of(Fact.STARTUP, Fact.RESEARCH_PARTNER, Fact.INVESTMENT_PLAN);

  /** The same, checked. */
  public record Reading(String document, LocalDate seenOn) {}

  Reading read(Fact fact, LocalDate today) {
    Faults faults = new Faults();
    if (!BY_PAPER.contains(fact)) {
      faults.add(
          "fact",
          "Mục này không ghi bằng giấy tờ riêng; sửa ở hồ sơ doanh nghiệp.",
          "This is not recorded by a paper of its own; change the firm's profile.");
    }
    String paper = faults.text("document", document, LONGEST);
    LocalDate day = faults.day("seenOn", seenOn);
    if (day.isAfter(today)) {
      faults.add("seenOn", "Ngày này chưa tới.", "That day is yet to come.");
    }
    faults.refuse(ProcessProblem.BAD_BODY);
    return new Reading(paper, day);
  }
}

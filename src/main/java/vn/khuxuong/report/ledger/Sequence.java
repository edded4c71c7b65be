package vn.khuxuong.report.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the events of one project make a life: it begins with one registration, ends with a
 * withdrawal if at all, and keeps its currency.
 */
public final class Sequence {
  private Sequence() {}

  /**
   * An event as far as its order matters.
   *
   * @param line place within its day
   * @param currency of its capital, null where it says none
   */
  public record Step(EventKind kind, LocalDate on, long line, @Nullable String currency) {}

  /** What is wrong with a life; empty where nothing is. */
  public static Optional<Fault> fault(List<Step> steps) {
    List<Step> life = new ArrayList<>(steps);
    life.sort(Comparator.comparing(Step::on).thenComparingLong(Step::line));
    String currency = null;
    for (int i = 0; i < life.size(); i++) {
      Step step = life.get(i);
      boolean first = i == 0;
      if (first != (step.kind() == EventKind.REGISTERED)) {
        return Optional.of(first ? notRegistered(step) : twice());
      }
      if (!first && life.get(i - 1).kind() == EventKind.WITHDRAWN) {
        return Optional.of(afterEnd(life.get(i - 1).on()));
      }
      for (int k = 0; k < i; k++) {
        if (life.get(k).kind() == step.kind() && life.get(k).on().equals(step.on())) {
          return Optional.of(sameAgain());
        }
      }
      if (step.currency() != null) {
        if (currency != null && !currency.equals(step.currency())) {
          return Optional.of(otherCurrency(currency));
        }
        currency = step.currency();
      }
    }
    return Optional.empty();
  }

  private static Fault notRegistered(Step step) {
    return new Fault(
        "project",
        "Trước ngày " + step.on() + " dự án chưa có sự kiện đăng ký.",
        "The project was not registered before " + step.on() + ".",
        "Ghi sự kiện đăng ký trước, với ngày sớm hơn.",
        "Record its registration first, with an earlier day.");
  }

  private static Fault twice() {
    return new Fault(
        "kind",
        "Dự án đã có sự kiện đăng ký.",
        "The project is registered already.",
        "Thay đổi thì ghi điều chỉnh (ADJUSTED); ghi sai thì đính chính sự kiện cũ (corrects).",
        "Record a change as an adjustment (ADJUSTED); correct a wrong row (corrects).");
  }

  private static Fault afterEnd(LocalDate end) {
    return new Fault(
        "on",
        "Dự án đã bị thu hồi ngày " + end + "; sau đó không có sự kiện nào nữa.",
        "The project was withdrawn on " + end + "; nothing follows that.",
        "Kiểm tra ngày, hoặc đính chính sự kiện thu hồi.",
        "Check the day, or correct the withdrawal.");
  }

  private static Fault sameAgain() {
    return new Fault(
        "on",
        "Sự kiện này đã có trong sổ: cùng dự án, cùng loại, cùng ngày.",
        "The ledger has this event: same project, kind and day.",
        "Bỏ dòng này, hoặc đính chính sự kiện cũ (corrects).",
        "Leave it out, or correct the row that is there (corrects).");
  }

  private static Fault otherCurrency(String currency) {
    return new Fault(
        "currency",
        "Vốn của dự án này ghi bằng " + currency + "; không trộn hai đồng tiền.",
        "This project's capital is in " + currency + "; currencies are never mixed.",
        "Ghi vốn bằng " + currency + " như trên giấy chứng nhận.",
        "Give the capital in " + currency + ", as on the certificate.");
  }
}

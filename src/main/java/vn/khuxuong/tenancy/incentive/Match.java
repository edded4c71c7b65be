package vn.khuxuong.tenancy.incentive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khuxuong.tenancy.incentive.Fact.State;

/**
 * What the rules of a programme say of a firm.
 *
 * @param met facts that hold and were asked for
 * @param missing evidence that is missing; alternatives stand in one set, one of them is enough
 * @param failed conditions of which no fact holds and none could still be shown
 */
public record Match(
    Verdict verdict, List<Fact> met, List<Set<Fact>> missing, List<Set<Fact>> failed) {

  /** The answer. */
  public enum Verdict {
    ELIGIBLE,
    /** Would be eligible if the missing evidence were there. */
    MISSING_EVIDENCE,
    NOT_ELIGIBLE
  }

  /** Copies the lists. */
  public Match {
    met = List.copyOf(met);
    missing = List.copyOf(missing);
    failed = List.copyOf(failed);
  }

  /** Judges conditions that must all hold, each by one of its facts. */
  public static Match of(List<Set<Fact>> conditions, Map<Fact, State> facts) {
    List<Fact> met = new ArrayList<>();
    List<Set<Fact>> missing = new ArrayList<>();
    List<Set<Fact>> failed = new ArrayList<>();
    for (Set<Fact> condition : conditions) {
      List<Fact> holds = with(condition, facts, State.MET);
      List<Fact> shown = with(condition, facts, State.MISSING);
      if (!holds.isEmpty()) {
        met.addAll(holds);
      } else if (!shown.isEmpty()) {
        missing.add(Set.copyOf(shown));
      } else {
        failed.add(condition);
      }
    }
    Verdict verdict =
        !failed.isEmpty()
            ? Verdict.NOT_ELIGIBLE
            : missing.isEmpty() ? Verdict.ELIGIBLE : Verdict.MISSING_EVIDENCE;
    return new Match(verdict, met.stream().distinct().toList(), missing, failed);
  }

  /** Why, in a sentence; names the evidence that is missing. */
  public String sentence(boolean vi) {
    if (verdict == Verdict.ELIGIBLE && met.isEmpty()) {
      return vi ? "Mọi doanh nghiệp đều thuộc đối tượng." : "It is for every firm.";
    }
    return head(vi)
        + switch (verdict) {
          case ELIGIBLE -> clauses(met, State.MET, vi, "; ");
          case MISSING_EVIDENCE -> groups(missing, State.MISSING, vi, vi ? ", hoặc " : ", or ");
          case NOT_ELIGIBLE -> groups(failed, State.NOT_MET, vi, ", ");
        }
        + ".";
  }

  private String head(boolean vi) {
    return switch (verdict) {
      case ELIGIBLE -> vi ? "Thuộc đối tượng: " : "It is for you: the firm ";
      case MISSING_EVIDENCE -> vi ? "Còn thiếu: " : "Still missing: ";
      case NOT_ELIGIBLE -> vi ? "Không thuộc đối tượng: " : "It is not for you: the firm ";
    };
  }

  private static String groups(List<Set<Fact>> groups, State state, boolean vi, String between) {
    return groups.stream()
        .map(any -> clauses(any, state, vi, between))
        .collect(Collectors.joining("; "));
  }

  private static List<Fact> with(Set<Fact> condition, Map<Fact, State> facts, State state) {
    return ordered(condition).stream()
        .filter(fact -> facts.getOrDefault(fact, State.MISSING) == state)
        .toList();
  }

  private static String clauses(Collection<Fact> facts, State state, boolean vi, String between) {
    return ordered(facts).stream()
        .map(fact -> fact.text(state, vi))
        .collect(Collectors.joining(between));
  }

  private static List<Fact> ordered(Collection<Fact> facts) {
    return facts.stream().sorted(Comparator.naturalOrder()).toList();
  }
}

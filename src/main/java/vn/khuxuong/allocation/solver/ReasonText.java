package vn.khuxuong.allocation.solver;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.khuxuong.allocation.solver.Reason.Lack;
import vn.khuxuong.allocation.solver.Reason.NearMiss;
import vn.khuxuong.allocation.solver.Reason.NoFloorFits;
import vn.khuxuong.allocation.solver.Reason.Outscored;
import vn.khuxuong.allocation.solver.Reason.Placed;
import vn.khuxuong.allocation.solver.Reason.Shortfall;

/**
 * Reasons as plain sentences for the firm they concern, in Vietnamese or English. A sentence names
 * floors and zones by the names it is given, and no other applicant.
 */
public final class ReasonText {
  private final Words words;
  private final NumberFormat numbers;
  private final UnaryOperator<String> floorName;
  private final UnaryOperator<String> zoneName;
  private final IntFunction<String> monthName;

  private ReasonText(
      Words words,
      Locale locale,
      UnaryOperator<String> floorName,
      UnaryOperator<String> zoneName,
      IntFunction<String> monthName) {
    this.words = words;
    this.floorName = floorName;
    this.zoneName = zoneName;
    this.monthName = monthName;
    numbers = NumberFormat.getInstance(locale);
  }

  /**
   * Sentences in Vietnamese.
   *
   * @param floorName the name people know a floor by, from its id
   * @param zoneName the name people know a zone by, from its id
   * @param monthName the name of a month, from its number; 0 is the round's reference month
   */
  public static ReasonText vietnamese(
      UnaryOperator<String> floorName,
      UnaryOperator<String> zoneName,
      IntFunction<String> monthName) {
    return new ReasonText(
        Words.VIETNAMESE, Locale.forLanguageTag("vi-VN"), floorName, zoneName, monthName);
  }

  /** Sentences in English; parameters as for {@link #vietnamese}. */
  public static ReasonText english(
      UnaryOperator<String> floorName,
      UnaryOperator<String> zoneName,
      IntFunction<String> monthName) {
    return new ReasonText(Words.ENGLISH, Locale.UK, floorName, zoneName, monthName);
  }

  /** The whole reason as a short paragraph. */
  public String of(Reason reason) {
    return of(reason, "");
  }

  /**
   * The whole reason as a short paragraph.
   *
   * @param keptForOthers least areas that the round keeps for groups to which the firm does not
   *     belong, in words; empty for none
   */
  public String of(Reason reason, String keptForOthers) {
    List<String> sentences = new ArrayList<>();
    if (reason instanceof Placed placed) {
      placed(placed, sentences);
    } else if (reason instanceof NoFloorFits none) {
      noFloorFits(none, sentences);
    } else if (reason instanceof Outscored outscored) {
      outscored(outscored, keptForOthers, sentences);
    }
    return String.join(" ", sentences);
  }

  /** One rule that a firm breaks on a floor, with its numbers. */
  public String of(Shortfall gap) {
    return shortfall(gap);
  }

  /** What lacks on a floor, with its numbers. */
  public String of(Lack lack) {
    return lack(lack);
  }

  /** The kind of reason, for counting: {@code PLACED}, {@code OUTSCORED}, {@code LOAD+BUDGET}. */
  public static String cause(Reason reason) {
    if (reason instanceof NoFloorFits none) {
      return none.smallestSet().stream().map(Enum::name).collect(Collectors.joining("+"));
    }
    return reason instanceof Placed ? "PLACED" : "OUTSCORED";
  }

  /** The kind of reason in a few words, the same for every firm that has it. */
  public String causeOf(Reason reason) {
    if (reason instanceof NoFloorFits none) {
      return fill(
          words.noFloorFitsCause, listed(none.smallestSet().stream().map(words::rule).toList()));
    }
    return reason instanceof Placed ? words.placedCause : words.outscoredCause;
  }

  private void placed(Placed reason, List<String> sentences) {
    List<String> floors = reason.floors().stream().map(floorName).toList();
    sentences.add(
        fill(
            words.placed,
            listed(floors),
            zoneName.apply(reason.zone()),
            reason.areaM2(),
            reason.askedM2(),
            monthName.apply(reason.start())));
    if (reason.rank() == 1) {
      sentences.add(words.firstChoice);
    } else if (reason.rank() > 1) {
      sentences.add(fill(words.choice, reason.rank(), reason.listed()));
    } else if (reason.listed() > 0) {
      sentences.add(words.otherZone);
    }
    if (reason.rank() != 1 && reason.listed() > 0) {
      sentences.add(
          reason.betterUsable() == 0
              ? words.noBetterFits
              : fill(words.betterTaken, reason.betterUsable()));
    }
  }

  private void noFloorFits(NoFloorFits reason, List<String> sentences) {
    sentences.add(fill(words.noFloorFits, reason.floors(), counts(reason.firstBroken())));
    if (!reason.smallestSet().isEmpty()) {
      List<String> rules = reason.smallestSet().stream().map(words::rule).toList();
      sentences.add(
          fill(rules.size() == 1 ? words.oneRuleAlone : words.rulesTogether, listed(rules)));
    }
    List<String> near = new ArrayList<>();
    for (NearMiss miss : reason.nearest()) {
      List<String> gaps = miss.shortfalls().stream().map(this::shortfall).toList();
      near.add(fill(words.onFloor, floorName.apply(miss.floor()), String.join("; ", gaps)));
    }
    nearest(near, sentences);
  }

  private String counts(Map<Rule, Integer> byRule) {
    List<String> parts = new ArrayList<>();
    byRule.forEach((rule, count) -> parts.add(fill(words.count, count, words.rule(rule))));
    return String.join(", ", parts);
  }

  private void outscored(Outscored reason, String keptForOthers, List<String> sentences) {
    List<String> parts = new ArrayList<>();
    reason
        .lacking()
        .forEach(
            (capacity, count) -> parts.add(fill(words.count, count, words.capacity(capacity))));
    sentences.add(fill(words.outscored, reason.usable(), String.join(", ", parts)));
    sentences.add(fill(words.points, reason.priority()));
    if (reason.heldByMore() > 0) {
      sentences.add(fill(words.heldByMore, reason.heldByMore()));
    }
    if (reason.heldByFewer() > 0) {
      sentences.add(
          keptForOthers.isEmpty()
              ? fill(words.heldByFewer, reason.heldByFewer())
              : fill(words.heldByFewerQuota, reason.heldByFewer(), keptForOthers));
    }
    List<String> near = new ArrayList<>();
    for (Lack lack : reason.nearest()) {
      near.add(fill(words.onFloor, floorName.apply(lack.floor()), lack(lack)));
    }
    nearest(near, sentences);
  }

  private void nearest(List<String> near, List<String> sentences) {
    if (!near.isEmpty()) {
      sentences.add(fill(words.nearest, String.join(" · ", near)));
    }
  }

  private String lack(Lack lack) {
    String unit = words.unit(lack.capacity());
    return unit.isEmpty()
        ? words.capacity(lack.capacity())
        : fill(words.lack, words.capacity(lack.capacity()), lack.needed(), lack.left(), unit);
  }

  private String shortfall(Shortfall gap) {
    String subject = gap.rule() == Rule.ZONE ? zoneName.apply(gap.subject()) : gap.subject();
    Object firm = gap.firm();
    Object floor = gap.floor();
    if (gap.rule() == Rule.CLEAR_HEIGHT) {
      firm = numbers.format(gap.firm() / 10.0);
      floor = numbers.format(gap.floor() / 10.0);
    }
    if (gap.rule() == Rule.START) {
      firm = month(gap.firm());
      floor = month(gap.floor());
    } else if (gap.rule() == Rule.TERM) { // numbers of the months after the last
      firm = month(gap.firm() - 1);
      floor = month(gap.floor() - 1);
    } else if (gap.rule() == Rule.AREA && gap.floor() == 0) {
      return fill(words.noBay, firm);
    }
    return fill(words.shortfall(gap.rule()), firm, floor, subject);
  }

  private String month(long number) {
    return monthName.apply(Math.toIntExact(number));
  }

  /** One, one and two; or one, two and three. */
  private String listed(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + words.and + items.get(last);
  }

  /** Puts values in the places {0}, {1}, ...; numbers as the language writes them. */
  private String fill(String pattern, Object... values) {
    String text = pattern;
    for (int i = 0; i < values.length; i++) {
      String value =
          values[i] instanceof Number number ? numbers.format(number) : values[i].toString();
      text = text.replace("{" + i + "}", value);
    }
    return text;
  }
}

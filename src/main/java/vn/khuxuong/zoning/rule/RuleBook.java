package vn.khuxuong.zoning.rule;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import vn.khuxuong.zoning.LandUse;

/** The dated rules a plan is judged by. */
public final class RuleBook {
  private final String content;

  private RuleBook(String content) {
    this.content = content;
  }

  /** Reads a folder of rule files. */
  public static RuleBook read(Path rulesFolder) {
    return new RuleBook(rulesFolder.toString());
  }

  /** The rule book of stored {@link #content}. */
  public static RuleBook parse(String content) {
    return new RuleBook(content);
  }

  /** All rules in one canonical text. */
  public String content() {
    return content;
  }

  /** SHA-256 of {@link #content} in UTF-8, 64 hex digits. */
  public String sha256() {
    return content;
  }

  /** One verdict for every rule. */
  public List<Verdict> judge(PlanFacts facts) {
    return List.of();
  }

  /** Least width of a land use on a day, metres; 0 where none is asked for. */
  public double leastWidthM(LandUse use, LocalDate on) {
    return 0;
  }
}

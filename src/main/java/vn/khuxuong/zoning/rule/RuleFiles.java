package vn.khuxuong.zoning.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.check.Severity;

/** Reads the trees of all rule files; what is wrong in any of them becomes a complaint. */
final class RuleFiles {
  private static final Act NO_ACT = new Act("?", "?", "?", false, LocalDate.EPOCH);

  private final List<String> complaints = new ArrayList<>();
  private final Map<String, Act> acts = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<LeastWidth> leastWidths = new ArrayList<>();

  private RuleFiles() {}

  /**
   * Least width of subzones of a land use.
   *
   * @param validTo first day no longer in force, null without end
   */
  record LeastWidth(LandUse use, double metres, LocalDate validFrom, @Nullable LocalDate validTo) {}

  /**
   * Reads all files.
   *
   * @param trees content by file name
   * @throws BrokenRulesException with every complaint
   */
  static RuleFiles read(Map<String, JsonNode> trees) {
    RuleFiles files = new RuleFiles();
    Map<String, Entry> entries = new TreeMap<>();
    trees.forEach((name, tree) -> entries.put(name, Entry.root(name, tree, files.complaints)));
    // Acts first: a rule may be waived under an act of another file.
    Map<String, Act> own = new LinkedHashMap<>();
    entries.forEach((name, entry) -> own.put(name, files.act(entry)));
    entries.forEach(
        (name, entry) -> {
          for (Entry rule : entry.parts("rules")) {
            files.rules.add(files.rule(rule, own.getOrDefault(name, NO_ACT)));
          }
          files.readLeastWidths(entry);
          entry.refuseUnread();
        });
    files.refuseOverlappingWordings(entries.keySet().toString());
    if (files.rules.isEmpty() && files.complaints.isEmpty()) {
      files.complaints.add("there is no rule");
    }
    if (!files.complaints.isEmpty()) {
      throw new BrokenRulesException(files.complaints);
    }
    return files;
  }

  List<Rule> rules() {
    return rules;
  }

  List<LeastWidth> leastWidths() {
    return leastWidths;
  }

  private Act act(Entry file) {
    Entry entry = file.part("act");
    if (!file.has("act")) {
      file.complain("act", "is missing");
      return NO_ACT;
    }
    Entry title = entry.part("title");
    Act act =
        new Act(
            entry.id("id"),
            title.text("vi"),
            title.text("en"),
            entry.flag("legal"),
            entry.date("inForce"));
    title.refuseUnread();
    entry.refuseUnread();
    if (acts.putIfAbsent(act.id(), act) != null) {
      entry.complain("id", "another file has the act \"" + act.id() + "\" already");
    }
    return act;
  }

  private Rule rule(Entry entry, Act act) {
    Entry title = entry.part("title");
    Entry article = entry.part("article");
    Entry note = entry.part("note");
    Entry conditions = entry.part("appliesWhen");
    Entry parameters = entry.part("parameters");
    boolean confirmed = entry.flag("confirmed");
    Rule rule =
        new Rule(
            entry.id("id"),
            title.text("vi"),
            title.text("en"),
            entry.has("set") ? entry.id("set") : null,
            act,
            article.text("vi"),
            article.text("en"),
            confirmed,
            entry.oneOf("severity", Severity.class),
            entry.oneOf("check", Check.Kind.class).read(parameters),
            Applicability.read(conditions),
            entry.date("validFrom"),
            entry.dateOrNull("validTo"),
            entry.flag("reportsOldShortfall"),
            entry.has("waivedUnder") ? waivingAct(entry) : null,
            note.textOr("vi", ""),
            note.textOr("en", ""));
    entry.textOr("seenIn", "");
    for (String name : List.of("title", "article")) {
      if (!entry.has(name)) {
        entry.complain(name, "is missing");
      }
    }
    judgeSource(entry, rule);
    for (Entry part : List.of(title, article, note, conditions, parameters, entry)) {
      part.refuseUnread();
    }
    return rule;
  }

  private static void judgeSource(Entry entry, Rule rule) {
    if (rule.severity() == Severity.BLOCKS && !rule.act().legal()) {
      entry.complain("severity", "only a legal act may block, \"" + rule.act().id() + "\" is none");
    }
    if (rule.severity() == Severity.BLOCKS && !rule.confirmed()) {
      entry.complain("severity", "only a confirmed rule may block, this one is not confirmed");
    }
    if (rule.confirmed() && !entry.has("seenIn")) {
      entry.complain("seenIn", "must say where a confirmed rule was seen");
    }
    if (rule.validFrom().isBefore(rule.act().inForce())) {
      entry.complain("validFrom", "is before its act came into force");
    }
    if (rule.validTo() != null && !rule.validTo().isAfter(rule.validFrom())) {
      entry.complain("validTo", "must be after validFrom");
    }
  }

  private @Nullable Act waivingAct(Entry entry) {
    String id = entry.id("waivedUnder");
    Act act = acts.get(id);
    if (act == null) {
      entry.complain("waivedUnder", "no file has the act \"" + id + "\"");
    } else if (!act.legal()) {
      entry.complain("waivedUnder", "only a legal act may allow a waiver, \"" + id + "\" is none");
    }
    return act;
  }

  private void readLeastWidths(Entry file) {
    for (Entry entry : file.parts("leastWidths")) {
      LeastWidth width =
          new LeastWidth(
              entry.oneOf("landUse", LandUse.class),
              entry.number("metres", 0, 1000),
              entry.date("validFrom"),
              entry.dateOrNull("validTo"));
      boolean twice =
          leastWidths.stream()
              .anyMatch(
                  other ->
                      other.use() == width.use()
                          && (other.validTo() == null
                              || width.validFrom().isBefore(other.validTo()))
                          && (width.validTo() == null
                              || other.validFrom().isBefore(width.validTo())));
      if (twice) {
        entry.complain("landUse", "\"" + width.use() + "\" has another width in the same days");
      }
      leastWidths.add(width);
      entry.refuseUnread();
    }
  }

  private void refuseOverlappingWordings(String files) {
    for (int i = 0; i < rules.size(); i++) {
      for (int k = i + 1; k < rules.size(); k++) {
        Rule one = rules.get(i);
        Rule other = rules.get(k);
        if (one.id().equals(other.id()) && one.overlaps(other)) {
          complaints.add(
              files
                  + ": two wordings of rule \""
                  + one.id()
                  + "\" are in force on the same day, from "
                  + one.validFrom()
                  + " and from "
                  + other.validFrom());
        }
      }
    }
  }
}

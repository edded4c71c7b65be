package vn.khuxuong.report.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.khuxuong.report.ledger.Fault;
import vn.khuxuong.report.ledger.Known;
import vn.khuxuong.report.ledger.Ledger;
import vn.khuxuong.report.ledger.ProjectEvent;
import vn.khuxuong.report.ledger.ReadEvent;
import vn.khuxuong.report.register.NumberText.Style;

/** Reads a register line by line; writes nothing. */
@Component
class ReadRegister {
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
  private static final List<String> NEEDED = List.of("project", "kind", "on");

  private final Ledger ledger;

  ReadRegister(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Reads a file.
   *
   * @param asked style of its numbers; UNKNOWN to find it out
   */
  Reading run(byte[] file, Style asked) {
    Table table = ReadTable.of(file);
    Map<Integer, String> fields = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      String heading = table.header().get(i);
      Optional<String> field = Columns.field(heading);
      if (field.isEmpty()) {
        if (!heading.isEmpty()) {
          unknown.add(heading);
        }
      } else if (fields.containsValue(field.get())) {
        throw ReadTable.bad(
            "Hai cột cùng là “" + heading + "”.", "Two columns are “" + heading + "”.");
      } else {
        fields.put(i, field.get());
      }
    }
    if (!fields.values().containsAll(NEEDED)) {
      throw ReadTable.bad(
              "Thiếu cột “Mã dự án”, “Sự kiện” hoặc “Ngày” ở dòng tiêu đề.",
              "The heading row lacks “project”, “kind” or “on”.")
          .remedy(
              "Dùng mẫu ở /api/v1/indicators/registers/template.csv.",
              "Use the template at /api/v1/indicators/registers/template.csv.");
    }
    List<String> numbers = numbers(table, fields);
    Style style = asked == Style.UNKNOWN ? NumberText.style(numbers) : asked;
    Known known = ledger.known();
    List<Draft> drafts = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      drafts.add(draft(row, fields, style, known));
    }
    duplicateTaxCodes(drafts);
    List<Table.Note> notes = new ArrayList<>(table.notes());
    if (NumberText.isMixed(numbers)) {
      notes.add(
          new Table.Note(
              "Tệp viết số theo cả hai kiểu, 1.532,5 và 1,532.5: xem lại từng số vốn trước khi"
                  + " ghi.",
              "The file writes numbers both ways, 1.532,5 and 1,532.5: look at each before"
                  + " confirming."));
    }
    return judged(notes, drafts, unknown, style);
  }

  /** A line on its way. */
  private static final class Draft {
    final int line;
    final Map<String, String> texts = new HashMap<>();
    final List<Fault> faults = new ArrayList<>();
    final List<Table.Note> notes = new ArrayList<>();
    Optional<ProjectEvent> event = Optional.empty();

    Draft(int line) {
      this.line = line;
    }

    String text(String field) {
      return texts.getOrDefault(field, "");
    }
  }

  private static List<String> numbers(Table table, Map<Integer, String> fields) {
    List<String> texts = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      fields.forEach(
          (column, field) -> {
            Cell cell = row.cell(column);
            if (Columns.NUMBERS.contains(field) && cell.kind() == Cell.Kind.TEXT) {
              texts.add(cell.text());
            }
          });
    }
    return texts;
  }

  private static Draft draft(Table.Row row, Map<Integer, String> fields, Style style, Known known) {
    Draft draft = new Draft(row.line());
    if (row.hidden()) {
      draft.faults.add(
          new Fault(
              "row",
              "Dòng này bị ẩn trong tệp.",
              "The row is hidden in the file.",
              "Bỏ ẩn hoặc xóa dòng.",
              "Show or delete the row."));
    }
    fields.forEach((column, field) -> take(draft, field, row.cell(column), style));
    if (draft.faults.isEmpty()) {
      ReadEvent.Result read = ReadEvent.of(draft.texts, known);
      draft.faults.addAll(read.faults());
      draft.event = Optional.ofNullable(read.event());
    }
    return draft;
  }

  private static void take(Draft draft, String field, Cell cell, Style style) {
    switch (cell.kind()) {
      case FORMULA ->
          draft.faults.add(
              new Fault(
                  field,
                  "Ô công thức không được đọc: " + shown(cell.text()) + ".",
                  "A formula is not read: " + shown(cell.text()) + ".",
                  "Dán giá trị thay cho công thức.",
                  "Paste the value in place of the formula."));
      case MERGED ->
          draft.faults.add(
              new Fault(
                  field,
                  "Ô bị gộp, không rõ thuộc dòng nào.",
                  "The cell is merged, so its row is not clear.",
                  "Tách ô và ghi giá trị trên từng dòng.",
                  "Unmerge it and write the value in each row."));
      case ERROR ->
          draft.faults.add(
              new Fault(
                  field,
                  "Ô báo lỗi hoặc số quá lớn.",
                  "The cell holds an error or too large a number.",
                  "Sửa ô trong tệp.",
                  "Mend the cell."));
      case DATE, NUMBER, TEXT -> value(draft, field, cell, style);
    }
  }

  private static void value(Draft draft, String field, Cell cell, Style style) {
    String text = cell.text();
    if (text.isEmpty()) {
      return;
    }
    if (field.equals("on")) {
      day(draft, cell);
    } else if (cell.kind() == Cell.Kind.DATE) {
      draft.faults.add(
          new Fault(
              field,
              "Ô này là một ngày.",
              "This cell is a date.",
              "Đổi định dạng ô thành văn bản hoặc số.",
              "Format the cell as text or a number."));
    } else if (Columns.NUMBERS.contains(field) && cell.kind() == Cell.Kind.TEXT) {
      Optional<String> number = NumberText.read(text, style);
      if (number.isPresent()) {
        draft.texts.put(field, number.get());
      } else {
        draft.faults.add(number(field, text));
      }
    } else {
      draft.texts.put(field, Columns.word(field, text));
    }
  }

  private static Fault number(String field, String text) {
    if (NumberText.sort(text) == NumberText.Sort.EITHER) {
      return new Fault(
          field,
          "“" + shown(text) + "” có thể là hai số khác nhau.",
          "“" + shown(text) + "” may be either of two numbers.",
          "Cho biết kiểu số của tệp: numbers=vi (1.532,5) hoặc numbers=en (1,532.5).",
          "Say how the file writes numbers: numbers=vi (1.532,5) or numbers=en (1,532.5).");
    }
    return new Fault(
        field,
        "“" + shown(text) + "” không phải số.",
        "“" + shown(text) + "” is no number.",
        "Chỉ ghi số; đơn vị tiền ở cột riêng, không ghi “triệu”, “tỷ”, “USD” trong ô.",
        "Write the number alone; the currency has its own column, no “million”, no “USD”.");
  }

  private static void day(Draft draft, Cell cell) {
    if (cell.day() != null) {
      draft.texts.put("on", cell.day().toString());
      return;
    }
    Matcher written = DAY.matcher(cell.text());
    if (written.matches()) {
      try {
        draft.texts.put(
            "on",
            LocalDate.of(
                    Integer.parseInt(written.group(3)),
                    Integer.parseInt(written.group(2)),
                    Integer.parseInt(written.group(1)))
                .toString());
        return;
      } catch (DateTimeException e) {
        // told below
      }
    } else if (cell.text().matches("\\d{4}-\\d{2}-\\d{2}")) {
      draft.texts.put("on", cell.text());
      return;
    }
    draft.faults.add(
        new Fault(
            "on",
            "“" + shown(cell.text()) + "” không phải ngày/tháng/năm.",
            "“" + shown(cell.text()) + "” is no day/month/year.",
            "Ghi ngày trước, tháng sau, năm bốn chữ số: 24/07/2025.",
            "Day first, then month, and a year of four digits: 24/07/2025."));
  }

  /** One firm may have several projects; whoever confirms should know where it is so. */
  private static void duplicateTaxCodes(List<Draft> drafts) {
    Map<String, Draft> first = new HashMap<>();
    for (Draft draft : drafts) {
      String code = draft.text("taxCode");
      Draft before = code.isEmpty() ? null : first.putIfAbsent(code, draft);
      if (before != null && !before.text("project").equals(draft.text("project"))) {
        draft.notes.add(
            new Table.Note(
                "Mã số thuế " + code + " đã có ở dòng " + before.line + " với dự án khác.",
                "Tax code " + code + " is that of another project in line " + before.line + "."));
      }
    }
  }

  private Reading judged(
      List<Table.Note> notes, List<Draft> drafts, List<String> unknown, Style style) {
    List<Draft> readable = drafts.stream().filter(one -> one.event.isPresent()).toList();
    List<ProjectEvent> events = readable.stream().flatMap(one -> one.event.stream()).toList();
    ledger.check(events).forEach((i, faults) -> readable.get(i).faults.addAll(faults));
    List<ProjectEvent> good =
        readable.stream()
            .filter(one -> one.faults.isEmpty())
            .flatMap(one -> one.event.stream())
            .toList();
    List<Reading.Line> lines =
        drafts.stream()
            .map(
                one ->
                    new Reading.Line(
                        one.line,
                        one.text("project"),
                        one.text("kind"),
                        one.text("on"),
                        List.copyOf(one.faults),
                        List.copyOf(one.notes)))
            .toList();
    return new Reading(
        new Reading.Summary(
            drafts.size(),
            good.size(),
            drafts.size() - good.size(),
            style.name(),
            List.copyOf(unknown),
            List.copyOf(notes),
            lines),
        good);
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}

package vn.khuxuong.tenancy.incentive;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue as a file: each column with its name and where it comes from. */
final class ProgrammeColumns {
  private record Column(String name, Function<Programme, Object> value) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("code", Programme::code),
          new Column("kind", Programme::kind),
          new Column("from", Programme::from),
          new Column("until", Programme::until),
          new Column("lacks", one -> joined(one.lacks(), "|")),
          new Column(
              "conditions",
              one ->
                  one.conditions().stream()
                      .map(any -> joined(any, "|"))
                      .collect(Collectors.joining(","))),
          new Column("share_pct", Programme::sharePct),
          new Column("cut_pct", Programme::cutPct),
          new Column("cut_months", Programme::cutMonths),
          new Column("name_vi", Programme::nameVi),
          new Column("name_en", Programme::nameEn),
          new Column("who_vi", Programme::whoVi),
          new Column("who_en", Programme::whoEn),
          new Column("gives_vi", Programme::givesVi),
          new Column("gives_en", Programme::givesEn),
          new Column("until_vi", Programme::untilVi),
          new Column("until_en", Programme::untilEn),
          new Column("body_vi", Programme::bodyVi),
          new Column("body_en", Programme::bodyEn),
          new Column("source_vi", Programme::sourceVi),
          new Column("source_en", Programme::sourceEn),
          new Column("article", Programme::article),
          new Column("status", Programme::status),
          new Column("open_vi", Programme::openVi),
          new Column("open_en", Programme::openEn),
          new Column("checked_on", Programme::checkedOn));

  static final List<String> HEAD = COLUMNS.stream().map(Column::name).toList();

  private ProgrammeColumns() {}

  /** The line of a programme; empty where nothing is known. */
  static List<String> of(Programme one) {
    return COLUMNS.stream().map(column -> Objects.toString(column.value().apply(one), "")).toList();
  }

  private static String joined(Collection<?> values, String between) {
    return values.stream().map(Object::toString).collect(Collectors.joining(between));
  }
}

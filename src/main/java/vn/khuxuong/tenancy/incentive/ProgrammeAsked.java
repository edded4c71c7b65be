package vn.khuxuong.tenancy.incentive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.ProcessProblem;
import vn.khuxuong.tenancy.firm.Faults;

/**
 * A version of a programme that counts from a day on: body of {@code POST /api/v1/incentives};
 * members as in {@link Programme}. Rate and months of a rent cut are no part of it.
 *
 * @param until last day, null where none is set
 */
record ProgrammeAsked(
    @Nullable String code,
    @Nullable String from,
    @Nullable String until,
    @Nullable String kind,
    @Nullable List<@Nullable String> lacks,
    @Nullable List<@Nullable List<@Nullable String>> conditions,
    @Nullable Double sharePct,
    @Nullable String nameVi,
    @Nullable String nameEn,
    @Nullable String whoVi,
    @Nullable String whoEn,
    @Nullable String givesVi,
    @Nullable String givesEn,
    @Nullable String untilVi,
    @Nullable String untilEn,
    @Nullable String bodyVi,
    @Nullable String bodyEn,
    @Nullable String sourceVi,
    @Nullable String sourceEn,
    @Nullable String article,
    @Nullable String status,
    @Nullable String openVi,
    @Nullable String openEn,
    @Nullable String checkedOn) {
  private static final int LONGEST = 500;
  private static final int NAME = 200;
  private static final int MOST = 20;

  Programme read(LocalDate today) {
    Faults faults = new Faults();
    String key = faults.text("code", code, 40);
    if (!key.isEmpty() && !key.matches("[A-Z0-9_]{3,40}")) {
      faults.add(
          "code",
          "Mã gồm 3 đến 40 chữ in hoa không dấu, số hoặc gạch dưới.",
          "The code is 3 to 40 capital letters, digits or underscores.");
    }
    LocalDate first = faults.day("from", from);
    LocalDate last = until == null ? null : faults.optionalDay("until", until);
    if (last != null && last.isBefore(first)) {
      faults.add("until", "Ngày cuối trước ngày đầu.", "The last day is before the first.");
    }
    Programme.Kind gives =
        faults.choice("kind", kind, Programme.Kind.class).orElse(Programme.Kind.PRIORITY);
    Set<Lack> helps = new TreeSet<>();
    List<String> asked = faults.list("lacks", lacks, Lack.values().length);
    asked.forEach(one -> faults.choice("lacks", one, Lack.class).ifPresent(helps::add));
    if (asked.isEmpty()) {
      faults.add("lacks", "Chọn ít nhất một điều được giúp.", "Choose what it helps with.");
    }
    Double share = faults.optionalNumber("sharePct", sharePct, 0.01, 100, "%");
    StandingAsked.Reading standing =
        new StandingAsked(status, article, openVi, openEn, checkedOn, null).read(faults, today, "");
    Programme read =
        new Programme(
            0,
            1,
            key,
            gives,
            first,
            last,
            helps,
            conditions(faults),
            share == null ? null : BigDecimal.valueOf(share),
            null,
            null,
            faults.text("nameVi", nameVi, NAME),
            faults.text("nameEn", nameEn, NAME),
            faults.text("whoVi", whoVi, LONGEST),
            faults.text("whoEn", whoEn, LONGEST),
            faults.text("givesVi", givesVi, LONGEST),
            faults.text("givesEn", givesEn, LONGEST),
            faults.text("untilVi", untilVi, NAME),
            faults.text("untilEn", untilEn, NAME),
            faults.text("bodyVi", bodyVi, NAME),
            faults.text("bodyEn", bodyEn, NAME),
            faults.text("sourceVi", sourceVi, LONGEST),
            faults.text("sourceEn", sourceEn, LONGEST),
            standing.article(),
            standing.status(),
            standing.openVi(),
            standing.openEn(),
            standing.checkedOn());
    faults.refuse(ProcessProblem.BAD_BODY);
    return read;
  }

  private List<Set<Fact>> conditions(Faults faults) {
    List<Set<Fact>> read = new ArrayList<>();
    for (List<@Nullable String> any : faults.list("conditions", conditions, MOST)) {
      Set<Fact> facts = new TreeSet<>();
      faults
          .list("conditions", any, Fact.values().length)
          .forEach(one -> faults.choice("conditions", one, Fact.class).ifPresent(facts::add));
      if (any.isEmpty()) {
        faults.add("conditions", "Có điều kiện trống.", "A condition is empty.");
      }
      read.add(facts);
    }
    return read;
  }
}

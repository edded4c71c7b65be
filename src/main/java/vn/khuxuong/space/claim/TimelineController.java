package vn.khuxuong.space.claim;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.search.Answers;
import vn.khuxuong.space.search.AsOf;

/**
 * {@code /api/v1/floors/{id}/timeline?from=&to=}: what each bay of a floor is on which days, for
 * everybody. Without {@code from} it begins today, without {@code to} it looks {@value
 * #USUAL_YEARS} years ahead; {@code f=csv} answers as CSV.
 */
@RestController
class TimelineController {
  static final int USUAL_YEARS = 10;
  private static final int MOST_YEARS = 100;
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final TimelineStore store;
  private final AsOf asOf;
  private final Answers answers;
  private final TransactionTemplate transaction;

  TimelineController(
      TimelineStore store, AsOf asOf, Answers answers, TransactionTemplate transaction) {
    this.store = store;
    this.asOf = asOf;
    this.answers = answers;
    this.transaction = transaction;
  }

  private record TimelineOf(long floor, LocalDate to) {}

  @GetMapping("/api/v1/floors/{id}/timeline")
  @Nullable ResponseEntity<?> timeline(
      @PathVariable long id,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(name = "f", defaultValue = "json") String format,
      WebRequest request) {
    if (!format.equals("json") && !format.equals("csv")) {
      throw bad("f", "f phải là json hoặc csv.", "f must be json or csv.");
    }
    AsOf.Basis basis = asOf.of(from);
    LocalDate end = to == null ? basis.day().plusYears(USUAL_YEARS) : to;
    if (!end.isAfter(basis.day()) || end.isAfter(basis.day().plusYears(MOST_YEARS))) {
      throw bad(
          "to",
          "to phải sau from, nhiều nhất " + MOST_YEARS + " năm.",
          "to must be after from, by at most " + MOST_YEARS + " years.");
    }
    if (!store.hasFloor(id)) {
      throw ClaimRefusals.unknownFloor(id);
    }
    if (basis.isKnownTo(request)) {
      return null;
    }
    TimelineJson timeline =
        answers.get(basis, new TimelineOf(id, end), () -> timeline(id, basis, end));
    return format.equals("csv")
        ? ResponseEntity.ok().contentType(CSV).body(TimelineCsv.of(timeline))
        : ResponseEntity.ok(timeline);
  }

  private TimelineJson timeline(long floor, AsOf.Basis basis, LocalDate to) {
    return transaction.execute(
        status -> {
          Map<Integer, List<TimelineJson.Period>> periods =
              store.periods(floor, basis.day(), to).stream()
                  .collect(
                      groupingBy(
                          TimelineStore.PeriodRow::bay,
                          mapping(TimelineStore.PeriodRow::period, toList())));
          List<TimelineJson.Bay> bays =
              store.bays(floor).stream()
                  .map(
                      bay ->
                          new TimelineJson.Bay(
                              bay.no(), bay.areaM2(), periods.getOrDefault(bay.no(), List.of())))
                  .toList();
          return new TimelineJson(
              floor, basis.day(), to, TimelineJson.DAYS, bays, basis.revision());
        });
  }

  private static ProblemException bad(String field, String vi, String en) {
    return ApiProblem.BAD_PARAMETER.with(vi, en).field(field);
  }
}

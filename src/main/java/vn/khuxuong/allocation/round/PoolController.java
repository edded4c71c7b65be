package vn.khuxuong.allocation.round;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.allocation.demand.DemandSupplies;
import vn.khuxuong.allocation.demand.DemandSupply;
import vn.khuxuong.platform.time.CivilTime;
import vn.khuxuong.tenancy.Answer;
import vn.khuxuong.tenancy.Asked;

/** What a round is set up from: demand against supply, buildings, firms, the letting rule. */
@RestController
@RequestMapping(RoundController.PATH)
class PoolController {
  private static final int LONGEST = 100;

  private final PoolStore pool;
  private final DemandSupplies sums;
  private final ReadRound read;
  private final CriteriaJson criteria;

  PoolController(PoolStore pool, DemandSupplies sums, ReadRound read, CriteriaJson criteria) {
    this.pool = pool;
    this.sums = sums;
    this.read = read;
    this.criteria = criteria;
  }

  /**
   * What there is before a round.
   *
   * @param nextCode a code that is not taken
   * @param standard criteria that a round starts from
   * @param rule when buildings are let by rounds; null where none is in force
   */
  record Pool(
      String month,
      String nextCode,
      Criteria standard,
      PoolStore.@Nullable Rule rule,
      List<PoolStore.Place> buildings,
      DemandSupply demandSupply) {}

  /** Firms by a part of their name. */
  record Firms(List<PoolStore.Firm> firms) {}

  @GetMapping("/pool")
  @PreAuthorize("hasRole('OFFICER')")
  @Transactional(readOnly = true)
  public ResponseEntity<Pool> pool(
      @RequestParam(required = false) @Nullable String month,
      @RequestParam(required = false) @Nullable List<String> zones,
      @RequestParam(required = false) @Nullable List<String> buildings) {
    YearMonth month0 =
        month == null
            ? YearMonth.now(CivilTime.ZONE).plusMonths(1)
            : RoundAsked.month("month", month);
    return Answer.of(
        new Pool(
            month0.toString(),
            pool.nextCode(month0.getYear()),
            Criteria.standard(),
            pool.rule().orElse(null),
            pool.places(month0.atDay(1)),
            sums.pool(
                zones == null ? List.of() : zones,
                buildings == null ? List.of() : buildings,
                null,
                month0.atDay(1))));
  }

  @GetMapping("/pool/firms")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<Firms> firms(@RequestParam(defaultValue = "") String q) {
    if (q.length() > LONGEST) {
      throw Asked.bad(
          "q",
          "Chuỗi tìm tối đa " + LONGEST + " ký tự.",
          "Search with at most " + LONGEST + " characters.");
    }
    return Answer.of(new Firms(pool.firms(q.strip())));
  }

  /**
   * Demand against supply of a round: of its frozen input once it has closed, for everybody; of
   * what stands now before, for officers.
   */
  @GetMapping("/{id}/demand-supply")
  ResponseEntity<DemandSupply> demandSupply(@PathVariable long id) {
    Round round = read.visible(id);
    if (round.status().frozen()) {
      return Answer.of(sums.frozen(id));
    }
    if (!ReadRound.officer()) {
      throw RoundProblem.NOT_YET.with("Đợt chưa khóa hồ sơ.", "The round is not closed yet.");
    }
    Criteria rules = criteria.of(round);
    return Answer.of(
        sums.pool(rules.zones(), rules.buildings(), round.deadline(), round.month0().atDay(1)));
  }
}

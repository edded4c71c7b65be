package vn.khuxuong.allocation.round;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.tenancy.Answer;
import vn.khuxuong.tenancy.Asked;

/**
 * Rounds over HTTP. Everybody reads the rule set once a round is open, the list of applications
 * with their points once it is closed, and who was placed where once the draft is shown; officers
 * see everything and take the steps.
 */
@RestController
@RequestMapping(RoundController.PATH)
class RoundController {
  static final String PATH = "/api/v1/rounds";
  private static final String IF_MATCH = HttpHeaders.IF_MATCH;

  private final ReadRound read;
  private final SetUpRound setUp;
  private final CloseRound closing;
  private final RunRound running;
  private final DecideRound decide;

  RoundController(
      ReadRound read, SetUpRound setUp, CloseRound closing, RunRound running, DecideRound decide) {
    this.read = read;
    this.setUp = setUp;
    this.closing = closing;
    this.running = running;
    this.decide = decide;
  }

  /** Why; the body of most steps. */
  record Because(@Nullable String reason) {
    @Nullable String optional() {
      return reason == null ? null : Asked.reason(reason);
    }
  }

  /** Which firms count as one: codes in groups, and why. */
  record Related(@Nullable List<@Nullable List<String>> groups, @Nullable String reason) {
    List<List<String>> checked() {
      List<@Nullable List<String>> asked = Asked.required("groups", groups);
      Set<String> seen = new HashSet<>();
      for (List<String> group : asked) {
        if (group == null || group.size() < 2 || group.size() > 50 || !seen.addAll(group)) {
          throw Asked.bad(
              "groups", "Mỗi nhóm có 2 đến 50 doanh nghiệp.", "Each group has 2 to 50 firms.");
        }
      }
      return asked.stream().map(List::copyOf).toList();
    }
  }

  @GetMapping
  RoundJson.Rounds list() {
    return read.list();
  }

  @PostMapping
  ResponseEntity<RoundJson.Round> create(@RequestBody RoundAsked asked) {
    Round round = setUp.create(asked);
    return Answer.made(PATH, round, read.json(round));
  }

  @GetMapping("/{id}")
  ResponseEntity<RoundJson.Round> get(@PathVariable long id) {
    return answer(read.visible(id));
  }

  @PutMapping("/{id}")
  ResponseEntity<RoundJson.Round> change(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody RoundAsked asked) {
    return answer(setUp.change(id, asked, ifMatch));
  }

  @PutMapping("/{id}/related")
  ResponseEntity<RoundJson.Round> relate(@PathVariable long id, @RequestBody Related asked) {
    return answer(setUp.relate(id, asked.checked(), Asked.reason(asked.reason())));
  }

  @PostMapping("/{id}/open")
  ResponseEntity<RoundJson.Round> open(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Because asked) {
    return answer(setUp.open(id, asked.optional(), ifMatch));
  }

  @PostMapping("/{id}/close")
  ResponseEntity<RoundJson.Round> close(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Because asked) {
    return answer(closing.close(id, asked.optional(), ifMatch));
  }

  @PostMapping("/{id}/solve")
  ResponseEntity<RoundJson.Queued> solve(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody BudgetAsked asked) {
    return queued(id, running.solve(id, asked, ifMatch).toString());
  }

  @PostMapping("/{id}/rerun")
  ResponseEntity<RoundJson.Queued> rerun(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody BudgetAsked asked) {
    return queued(id, running.rerun(id, asked, ifMatch).toString());
  }

  @PostMapping("/{id}/show")
  ResponseEntity<RoundJson.Round> show(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Because asked) {
    return answer(decide.show(id, asked.optional(), ifMatch));
  }

  @PostMapping("/{id}/take-back")
  ResponseEntity<RoundJson.Round> takeBack(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Because asked) {
    return answer(decide.takeBack(id, Asked.reason(asked.reason()), ifMatch));
  }

  @PostMapping("/{id}/approve")
  ResponseEntity<RoundJson.Round> approve(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Because asked) {
    return answer(decide.approve(id, Asked.reason(asked.reason()), ifMatch));
  }

  @PostMapping("/{id}/finish")
  ResponseEntity<RoundJson.Round> finish(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Because asked) {
    return answer(decide.finish(id, asked.optional(), ifMatch));
  }

  @PostMapping("/{id}/withdraw")
  ResponseEntity<RoundJson.Round> withdraw(
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Because asked) {
    return answer(setUp.withdraw(id, Asked.reason(asked.reason()), ifMatch));
  }

  @GetMapping("/{id}/placements")
  RoundJson.Placements placements(@PathVariable long id, @RequestParam Optional<String> building) {
    return read.placements(id, building);
  }

  @GetMapping("/{id}/applications")
  RoundJson.Entries applications(@PathVariable long id) {
    return read.applications(id);
  }

  @GetMapping("/{id}/lot")
  RoundJson.Lot lot(@PathVariable long id) {
    return read.lot(id);
  }

  @GetMapping("/{id}/progress")
  ResponseEntity<RoundJson.Progress> progress(@PathVariable long id) {
    return Answer.of(read.progress(id));
  }

  private ResponseEntity<RoundJson.Round> answer(Round round) {
    return Answer.of(round, read.json(round));
  }

  private static ResponseEntity<RoundJson.Queued> queued(long id, String job) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/jobs/" + job))
        .body(new RoundJson.Queued(job, PATH + "/" + id + "/progress"));
  }
}

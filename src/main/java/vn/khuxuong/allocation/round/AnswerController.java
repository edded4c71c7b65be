package vn.khuxuong.allocation.round;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.allocation.fairness.Fairness;
import vn.khuxuong.tenancy.Answer;
import vn.khuxuong.tenancy.Asked;

/** What can be asked of a round's answers, and what officers and firms do with them. */
@RestController
@RequestMapping(RoundController.PATH + "/{id}")
class AnswerController {
  private final ReadRound read;
  private final RoundStore rounds;
  private final RunStore runs;
  private final MoveFirm moves;
  private final OfferRound offers;
  private final OutcomeStore outcomes;
  private final WayStore way;
  private final Objections objections;
  private final ExplainApplication explain;
  private final VerifyChain chain;
  private final AskReplay replay;

  AnswerController(
      ReadRound read,
      RoundStore rounds,
      RunStore runs,
      MoveFirm moves,
      OfferRound offers,
      OutcomeStore outcomes,
      WayStore way,
      Objections objections,
      ExplainApplication explain,
      VerifyChain chain,
      AskReplay replay) {
    this.read = read;
    this.rounds = rounds;
    this.runs = runs;
    this.moves = moves;
    this.offers = offers;
    this.outcomes = outcomes;
    this.way = way;
    this.objections = objections;
    this.explain = explain;
    this.chain = chain;
    this.replay = replay;
  }

  /** A run in a list, for officers. */
  record RunLine(
      long id,
      String kind,
      String madeBy,
      @Nullable String reason,
      @Nullable Long follows,
      boolean cancelled,
      boolean reproducible,
      long penalty,
      String resultSha256,
      RoundJson.Run run) {}

  /** The runs of a round, the oldest first. */
  record Runs(List<RunLine> runs) {}

  /** An objection as it is sent. */
  record ObjectionJson(
      long id,
      String application,
      String body,
      OffsetDateTime madeAt,
      @Nullable String ruling,
      @Nullable String reply,
      @Nullable OffsetDateTime repliedAt) {
    static ObjectionJson of(ObjectionStore.Kept kept) {
      return new ObjectionJson(
          kept.id(),
          kept.application(),
          kept.body(),
          kept.madeAt(),
          kept.ruling(),
          kept.reply(),
          kept.repliedAt());
    }
  }

  /** Objections in the order they came. */
  record ObjectionList(List<ObjectionJson> objections) {}

  /** A firm's objection. */
  record Objection(@Nullable String application, @Nullable String body) {}

  /** An officer's answer to it. */
  record Reply(@Nullable String ruling, @Nullable String reply) {}

  /** What came of the offers: each time they were made, and how each stands now. */
  record Outcomes(List<OutcomeStore.Outcome> outcomes, List<WayStore.Letter> letters) {}

  /** Applications of the caller's firm. */
  record Mine(List<String> applications) {}

  @GetMapping("/runs")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<Runs> runs(@PathVariable long id) {
    read.visible(id);
    return Answer.of(
        new Runs(
            runs.list(id).stream()
                .map(
                    r ->
                        new RunLine(
                            r.id(),
                            r.kind().name(),
                            r.madeBy(),
                            r.reason(),
                            r.follows(),
                            r.cancelled(),
                            r.reproducible(),
                            r.penalty(),
                            r.resultSha256(),
                            r.json()))
                .toList()));
  }

  /** The stored answer of a run, byte for byte as it is hashed. */
  @GetMapping(path = "/runs/{run}/result", produces = MediaType.APPLICATION_JSON_VALUE)
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<String> result(@PathVariable long id, @PathVariable long run) {
    read.visible(id);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(runs.find(id, run).orElseThrow(() -> ReplayRun.unknown(run)).result());
  }

  /** The frozen problem, byte for byte as it is hashed; it holds budgets and power of firms. */
  @GetMapping(path = "/input", produces = MediaType.APPLICATION_JSON_VALUE)
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<String> input(@PathVariable long id) {
    Round round = read.visible(id);
    if (!round.status().frozen()) {
      throw RoundProblem.NOT_YET.with("Đợt chưa khóa hồ sơ.", "The round is not closed yet.");
    }
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(rounds.input(id));
  }

  @PostMapping("/runs/{run}/replay")
  ResponseEntity<RoundJson.Queued> replay(@PathVariable long id, @PathVariable long run) {
    String job = replay.replay(id, run).toString();
    String url = "/api/v1/jobs/" + job;
    return ResponseEntity.accepted().location(URI.create(url)).body(new RoundJson.Queued(job, url));
  }

  @GetMapping("/chain")
  ResponseEntity<VerifyChain.Verdict> chain(@PathVariable long id) {
    return Answer.of(chain.verify(id));
  }

  /** How the newest answer treats kinds of firms; everybody's once the draft is shown. */
  @GetMapping("/fairness")
  ResponseEntity<Fairness> fairness(@PathVariable long id) {
    Round round = read.visible(id);
    return Answer.of(
        read.run(round)
            .map(run -> read.report(run).fairness())
            .orElseThrow(
                () ->
                    RoundProblem.NOT_YET.with(
                        "Dự thảo kết quả chưa công khai.", "The draft is not shown yet.")));
  }

  @GetMapping("/mine")
  ResponseEntity<Mine> mine(@PathVariable long id) {
    return Answer.of(new Mine(explain.mine(id)));
  }

  @GetMapping("/applications/{application}")
  ResponseEntity<ExplainApplication.Told> explain(
      @PathVariable long id, @PathVariable String application) {
    return Answer.of(explain.explain(id, application));
  }

  @PostMapping("/moves/check")
  ResponseEntity<MoveFirm.Judged> check(@PathVariable long id, @RequestBody MoveAsked asked) {
    return Answer.of(moves.check(id, asked));
  }

  @PostMapping("/moves")
  ResponseEntity<MoveFirm.Judged> move(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody MoveAsked asked) {
    return Answer.of(moves.move(id, asked, Asked.reason(asked.reason()), ifMatch));
  }

  private Outcomes outcomes(long id) {
    return new Outcomes(outcomes.list(id), way.letters(id));
  }

  @PostMapping("/offers")
  ResponseEntity<Outcomes> offer(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody RoundController.Because asked) {
    Round round = offers.offer(id, asked.optional(), ifMatch);
    return ResponseEntity.ok().eTag(round.etag()).body(outcomes(id));
  }

  @GetMapping("/offers")
  @PreAuthorize("hasRole('OFFICER')")
  ResponseEntity<Outcomes> offers(@PathVariable long id) {
    read.visible(id);
    return Answer.of(outcomes(id));
  }

  @GetMapping("/objections")
  ResponseEntity<ObjectionList> objections(@PathVariable long id) {
    read.visible(id);
    return Answer.of(
        new ObjectionList(objections.list(id).stream().map(ObjectionJson::of).toList()));
  }

  @PostMapping("/objections")
  ResponseEntity<ObjectionJson> object(@PathVariable long id, @RequestBody Objection asked) {
    ObjectionStore.Kept kept = objections.object(id, asked.application(), asked.body());
    return ResponseEntity.created(URI.create(RoundController.PATH + "/" + id + "/objections"))
        .body(ObjectionJson.of(kept));
  }

  @PostMapping("/objections/{objection}/reply")
  ResponseEntity<ObjectionJson> reply(
      @PathVariable long id, @PathVariable long objection, @RequestBody Reply asked) {
    return Answer.of(
        ObjectionJson.of(objections.reply(id, objection, asked.ruling(), asked.reply())));
  }
}

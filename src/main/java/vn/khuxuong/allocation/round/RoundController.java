package vn.khuxuong.allocation.round;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reading rounds. Everybody sees what was decided by application number and line of business; why
 * each application got what it got is for officers.
 */
@RestController
@RequestMapping("/api/v1/rounds")
class RoundController {
  private final RoundStore store;

  RoundController(RoundStore store) {
    this.store = store;
  }

  @GetMapping
  RoundJson.Rounds list() {
    return new RoundJson.Rounds(store.list().stream().map(this::summary).toList());
  }

  @GetMapping("/{id}")
  RoundJson.Round get(@PathVariable long id, HttpServletRequest request) {
    RoundStore.StoredRound round = round(id);
    Optional<RoundStore.StoredRun> run = store.newestRun(id);
    Long runId = run.map(RoundStore.StoredRun::id).orElse(null);
    return new RoundJson.Round(
        round.id(),
        round.code(),
        round.titleVi(),
        round.titleEn(),
        round.status(),
        round.month0().toString(),
        round.dataStatus(),
        run.<Object>map(RoundStore.StoredRun::json).orElseGet(() -> notYet(id)),
        runId == null ? List.of() : store.placements(runId, Optional.empty()),
        runId == null ? List.of() : store.causes(runId),
        runId != null && request.isUserInRole("OFFICER") ? store.reasons(runId) : null);
  }

  @GetMapping("/{id}/placements")
  RoundJson.Placements placements(@PathVariable long id, @RequestParam Optional<String> building) {
    round(id);
    return new RoundJson.Placements(
        store.newestRun(id).map(run -> store.placements(run.id(), building)).orElse(List.of()));
  }

  private RoundJson.Summary summary(RoundStore.StoredRound round) {
    RoundJson.RunSummary run =
        store
            .newestRun(round.id())
            .map(
                r ->
                    new RoundJson.RunSummary(
                        r.json().state(),
                        r.json().objective(),
                        r.json().bound(),
                        r.json().gapPct(),
                        r.json().firms(),
                        r.json().placed()))
            .orElseGet(() -> notYet(round.id()));
    return new RoundJson.Summary(
        round.id(),
        round.code(),
        round.titleVi(),
        round.titleEn(),
        round.status(),
        round.month0().toString(),
        round.dataStatus(),
        run);
  }

  private RoundJson.RunSummary notYet(long roundId) {
    String state = store.jobState(roundId).orElse("QUEUED");
    return new RoundJson.RunSummary(state, null, null, null, null, null);
  }

  private RoundStore.StoredRound round(long id) {
    return store
        .find(id)
        .orElseThrow(
            () ->
                RoundProblem.UNKNOWN_ROUND
                    .with("Không có đợt phân bổ số " + id + ".", "There is no round " + id + ".")
                    .field("id")
                    .remedy(
                        "Danh sách đợt ở /api/v1/rounds.", "Rounds are listed at /api/v1/rounds."));
  }
}

package vn.khuxuong.allocation.round;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.round.RoundProcess.Action;
import vn.khuxuong.allocation.round.RoundProcess.Actor;
import vn.khuxuong.tenancy.Answer;
import vn.khuxuong.tenancy.Parties;

/** The way of a round with names, for officers: who took which step when and why. */
@RestController
@RequestMapping(RoundController.PATH + "/{id}/steps")
@PreAuthorize("hasRole('OFFICER')")
class WayController {
  private final ReadRound read;
  private final RoundRecords records;
  private final WayStore way;
  private final Parties parties;
  private final RunStore runs;
  private final MeanwhileStore meanwhile;
  private final JsonMapper json;

  WayController(
      ReadRound read,
      RoundRecords records,
      WayStore way,
      Parties parties,
      RunStore runs,
      MeanwhileStore meanwhile,
      JsonMapper json) {
    this.read = read;
    this.records = records;
    this.way = way;
    this.parties = parties;
    this.runs = runs;
    this.meanwhile = meanwhile;
    this.json = json;
  }

  /** A step; {@code no} is its place in the chain, 0 for the first draft, which is in none. */
  record Step(
      int no, String at, String actor, String action, String from, String to, String reason) {}

  /**
   * The steps in their order.
   *
   * @param yourPart what the caller did for the round: MADE, OPENED, WORKED, SHOWN; who did any of
   *     it does not approve
   * @param left applications with a place that have left the round since; a re-run gives it to
   *     others
   * @param now by the service's clock, so that a page tells right how long is left
   */
  record Way(List<Step> steps, List<String> yourPart, List<String> left, OffsetDateTime now) {}

  @GetMapping
  ResponseEntity<Way> way(@PathVariable long id) {
    Round round = read.visible(id);
    WayStore.Beginning beginning = way.beginning(id);
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(0, beginning.madeAt().toString(), beginning.madeBy(), "CREATE", "", "DRAFT", ""));
    for (RoundRecords.Kept kept : records.list(id)) {
      JsonNode payload = json.readTree(kept.payload());
      steps.add(
          new Step(
              kept.no(),
              payload.path("at").asString(""),
              payload.path("actor").asString(""),
              payload.path("action").asString(""),
              payload.path("from").asString(""),
              payload.path("to").asString(""),
              payload.path("reason").asString("")));
    }
    return Answer.of(
        new Way(
            steps,
            way.parts(id, parties.caller().username()),
            left(round),
            OffsetDateTime.now(ZoneOffset.UTC)));
  }

  private List<String> left(Round round) {
    boolean open = RoundProcess.open(round.status(), Actor.OFFICER).contains(Action.RERUN);
    return runs.newest(round.id())
        .filter(run -> open)
        .map(
            run -> {
              List<String> placed =
                  runs.placements(run.id(), Optional.empty()).stream()
                      .map(RoundJson.Placement::application)
                      .toList();
              return meanwhile.gone(round.id()).stream().filter(placed::contains).toList();
            })
        .orElse(List.of());
  }
}

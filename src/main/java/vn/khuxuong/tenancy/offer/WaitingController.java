package vn.khuxuong.tenancy.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.space.SpaceProblem;
import vn.khuxuong.tenancy.ApplicationSteps;
import vn.khuxuong.tenancy.LettingModes;
import vn.khuxuong.tenancy.Parties;

/**
 * {@code /api/v1/waiting-list}: how a building is let and who waits for it, by application number
 * and line of business, for everybody; {@code /api/v1/waiting-list/history}: how the places of one
 * application have changed, for its firm and for officers.
 */
@RestController
class WaitingController {
  private final WaitingStore store;
  private final LettingModes modes;
  private final ApplicationSteps steps;
  private final Parties parties;

  WaitingController(
      WaitingStore store, LettingModes modes, ApplicationSteps steps, Parties parties) {
    this.store = store;
    this.modes = modes;
    this.steps = steps;
    this.parties = parties;
  }

  /**
   * Somebody who waits.
   *
   * @param place 1 is next
   * @param completeAt when the application was complete: the order of the list
   * @param mine whether it is an application of the caller's firm; left out otherwise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Waiting(
      int place,
      String application,
      OffsetDateTime completeAt,
      String sectorVi,
      String sectorEn,
      @Nullable Boolean mine) {}

  /** Answer of {@code /api/v1/waiting-list}. */
  record WaitingList(LettingModes.Mode mode, List<Waiting> waiting) {}

  /** Answer of {@code /api/v1/waiting-list/history}. */
  record History(String application, List<WaitingStore.Past> places) {}

  @GetMapping("/api/v1/waiting-list")
  ResponseEntity<WaitingList> list(@RequestParam String building) {
    LettingModes.Mode mode =
        modes
            .ofBuilding(building)
            .orElseThrow(
                () ->
                    SpaceProblem.UNKNOWN_BUILDING
                        .with("Không có nhà xưởng nào mang mã này.", "No building has this code.")
                        .field("building"));
    Long own = isSignedIn() ? parties.caller().firmId() : null;
    List<Waiting> waiting =
        store.list(building).stream()
            .map(
                line ->
                    new Waiting(
                        line.place(),
                        line.application(),
                        line.completeAt(),
                        line.vi(),
                        line.en(),
                        (own != null && own == line.firm()) ? true : null))
            .toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new WaitingList(mode, waiting));
  }

  @GetMapping("/api/v1/waiting-list/history")
  @PreAuthorize("hasAnyRole('FIRM', 'OFFICER')")
  public ResponseEntity<History> history(@RequestParam String application) {
    ApplicationSteps.Standing found = steps.get(application, parties.caller());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new History(found.code(), store.history(found.id())));
  }

  private static boolean isSignedIn() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && !(who instanceof AnonymousAuthenticationToken);
  }
}

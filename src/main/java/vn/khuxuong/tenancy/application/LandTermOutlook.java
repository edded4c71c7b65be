package vn.khuxuong.tenancy.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.tenancy.firm.Eligibility;
import vn.khuxuong.tenancy.firm.LawStore;
import vn.khuxuong.tenancy.firm.Needs;
import vn.khuxuong.tenancy.firm.Place;
import vn.khuxuong.tenancy.firm.PlaceStore;

/**
 * Which open applications would be judged otherwise if zones had other land terms: by the same code
 * that judges an application when it is handed in, over the same buildings.
 */
@Component
@NamedInterface("outlook")
public class LandTermOutlook {
  private final ApplicationStore applications;
  private final PlaceStore places;
  private final LawStore law;

  LandTermOutlook(ApplicationStore applications, PlaceStore places, LawStore law) {
    this.applications = applications;
    this.places = places;
    this.law = law;
  }

  /**
   * An application that no building would take today, and that one would take under other terms.
   *
   * @param code of the application
   * @param firm code of the firm
   * @param building first one that would take it then
   * @param zone of that building
   * @param areaMinM2 least area asked for
   * @param from first day wanted
   * @param termMonths asked for
   */
  public record Unlocked(
      String code,
      String firm,
      String building,
      String zone,
      double areaMinM2,
      LocalDate from,
      int termMonths) {}

  /**
   * Applications that were handed in and not answered with space yet, and that fail today and would
   * pass with the given land terms; in the order of their codes.
   *
   * @param terms zone code to last day of its land term; zones that are not named keep theirs
   */
  @Transactional(readOnly = true)
  public List<Unlocked> unlockedBy(Map<String, LocalDate> terms) {
    List<Unlocked> found = new ArrayList<>();
    if (terms.isEmpty()) {
      return found;
    }
    Map<String, Place> known = new HashMap<>();
    LocalDate today = law.today();
    for (KeptApplication application : applications.listUnanswered()) {
      Unlocked unlocked = judge(application, terms, known, today);
      if (unlocked != null) {
        found.add(unlocked);
      }
    }
    return found;
  }

  private @Nullable Unlocked judge(
      KeptApplication application,
      Map<String, LocalDate> terms,
      Map<String, Place> known,
      LocalDate today) {
    Wanted wanted = application.wanted();
    Needs needs = wanted.needs().notBefore(today);
    Long floor = wanted.floor();
    List<Place> candidates =
        MoveApplication.candidates(wanted, places).stream()
            .map(code -> known.computeIfAbsent(code, key -> places.find(key).orElseThrow()))
            .toList();
    if (candidates.stream().noneMatch(place -> terms.containsKey(place.zone()))
        || candidates.stream().anyMatch(place -> fits(needs, place, floor))) {
      return null;
    }
    return candidates.stream()
        .filter(place -> terms.containsKey(place.zone()))
        .filter(place -> fits(needs, place.withLandTermEnd(terms.get(place.zone())), floor))
        .findFirst()
        .map(
            place ->
                new Unlocked(
                    application.code(),
                    application.firmCode(),
                    place.code(),
                    place.zone(),
                    wanted.areaMinM2(),
                    wanted.startEarliest(),
                    wanted.termMonths()))
        .orElse(null);
  }

  private static boolean fits(Needs needs, Place place, @Nullable Long floor) {
    return Eligibility.judge(needs, place, floor).eligible();
  }
}

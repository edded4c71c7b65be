package vn.khuxuong.tenancy.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
   * pass with the given land terms; in the order of their codes. What is read does not grow with
   * the number of applications or of terms that are tried.
   *
   * @param cases each zone code to last day of its land term; zones that are not named keep theirs
   * @return one list for each case
   */
  @Transactional(readOnly = true)
  public List<List<Unlocked>> unlockedBy(List<Map<String, LocalDate>> cases) {
    if (cases.stream().allMatch(Map::isEmpty)) {
      return cases.stream().map(terms -> List.<Unlocked>of()).toList();
    }
    Set<String> extended =
        cases.stream().flatMap(terms -> terms.keySet().stream()).collect(Collectors.toSet());
    List<PlaceStore.Located> located = places.located();
    Map<String, String> zones =
        located.stream()
            .collect(Collectors.toMap(PlaceStore.Located::code, PlaceStore.Located::zone));
    Map<KeptApplication, List<String>> candidates = new LinkedHashMap<>();
    for (KeptApplication application : applications.listUnanswered()) {
      List<String> codes = MoveApplication.candidates(application.wanted(), located);
      if (codes.stream().anyMatch(code -> extended.contains(zones.get(code)))) {
        candidates.put(application, codes);
      }
    }
    Map<String, Place> known =
        places.findAll(candidates.values().stream().flatMap(List::stream).distinct().toList());
    LocalDate today = law.today();
    List<List<Unlocked>> found = new ArrayList<>();
    cases.forEach(terms -> found.add(new ArrayList<>()));
    candidates.forEach(
        (application, codes) -> {
          Needs needs = application.wanted().needs().notBefore(today);
          Long floor = application.wanted().floor();
          List<Place> looked = codes.stream().map(known::get).filter(Objects::nonNull).toList();
          if (looked.stream().anyMatch(place -> fits(needs, place, floor))) {
            return;
          }
          for (int i = 0; i < cases.size(); i++) {
            Map<String, LocalDate> terms = cases.get(i);
            looked.stream()
                .filter(place -> terms.containsKey(place.zone()))
                .filter(place -> fits(needs, place.withLandTermEnd(terms.get(place.zone())), floor))
                .findFirst()
                .map(place -> unlocked(application, place))
                .ifPresent(found.get(i)::add);
          }
        });
    return found;
  }

  private static Unlocked unlocked(KeptApplication application, Place place) {
    Wanted wanted = application.wanted();
    return new Unlocked(
        application.code(),
        application.firmCode(),
        place.code(),
        place.zone(),
        wanted.areaMinM2(),
        wanted.startEarliest(),
        wanted.termMonths());
  }

  private static boolean fits(Needs needs, Place place, @Nullable Long floor) {
    return Eligibility.judge(needs, place, floor).eligible();
  }
}

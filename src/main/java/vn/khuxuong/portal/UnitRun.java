package vn.khuxuong.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.building.BuildingJson;

/**
 * A run of bays of one floor that one tenant could take: side by side, no wall between them. Its
 * bays need not be free, nor all of one state.
 *
 * @param building with its state on the day asked for
 * @param bays in order of their numbers, at least one
 */
record UnitRun(BuildingJson building, BuildingJson.Floor floor, List<BuildingJson.Bay> bays) {
  private static final Pattern LEVEL = Pattern.compile("[1-9]\\d?");
  private static final Pattern BAYS = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");

  UnitRun {
    bays = List.copyOf(bays);
  }

  /** The run of an address; empty where the building has no such floor, bays or run. */
  static Optional<UnitRun> find(BuildingJson building, String level, String bays) {
    Matcher range = BAYS.matcher(bays);
    if (!LEVEL.matcher(level).matches() || !range.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(range.group(1));
    int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
    return building.floors().stream()
        .filter(floor -> floor.level() == Integer.parseInt(level))
        .filter(floor -> floor.breaks().stream().noneMatch(wall -> first < wall && wall <= last))
        .findFirst()
        .map(
            floor ->
                new UnitRun(
                    building,
                    floor,
                    floor.bays().stream()
                        .filter(bay -> first <= bay.no() && bay.no() <= last)
                        .toList()))
        .filter(run -> first <= last && run.bays().size() == last - first + 1);
  }

  int first() {
    return bays.get(0).no();
  }

  int last() {
    return bays.get(bays.size() - 1).no();
  }

  boolean has(int no) {
    return first() <= no && no <= last();
  }

  double areaM2() {
    return bays.stream().mapToDouble(BuildingJson.Bay::areaM2).sum();
  }

  /** The state of all bays, empty where they differ. */
  Optional<String> status() {
    String first = bays.get(0).status();
    return bays.stream().allMatch(bay -> bay.status().equals(first))
        ? Optional.of(first)
        : Optional.empty();
  }

  /** Whether a firm could ask for all of them on the day: each is free, or soon will be. */
  boolean open() {
    return bays.stream()
        .allMatch(bay -> bay.status().equals("FREE") || bay.status().equals("SOON"));
  }

  /** The first day on which all bays are free; null while nobody can say. */
  @Nullable LocalDate freeFrom() {
    return bays.stream().map(BuildingJson.Bay::freeFrom).anyMatch(Objects::isNull)
        ? null
        : bays.stream()
            .map(BuildingJson.Bay::freeFrom)
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(null);
  }

  /** As people write them: 2 or 2–3. */
  String range() {
    return first() == last() ? String.valueOf(first()) : first() + "–" + last();
  }

  /** Codes of the first and the last bay: TT-B-3.2, or TT-B-3.2–3.3. */
  String codes() {
    String first = bays.get(0).code();
    String last = bays.get(bays.size() - 1).code();
    return first.equals(last) ? first : first + "–" + last.substring(last.lastIndexOf('-') + 1);
  }

  /** The sheet's own address below the service's. */
  String path() {
    String range = first() == last() ? String.valueOf(first()) : first() + "-" + last();
    return "/units/" + building.code() + "/" + floor.level() + "/" + range;
  }
}

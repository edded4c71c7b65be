package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ProblemException;

/** Understands the parameters of {@code /api/v1/vacancies} that say where. */
final class WhereReader {
  private static final double MOST_KM = 2000;

  private final Values values;
  private final VacancyIndex.Snapshot snapshot;
  private final List<Filter> filters;

  /**
   * @param filters are added to, in the order in which the conditions are read
   */
  WhereReader(Values values, VacancyIndex.Snapshot snapshot, List<Filter> filters) {
    this.values = values;
    this.snapshot = snapshot;
    this.filters = filters;
  }

  /**
   * The point that distances are measured from, null without; adds the condition on them.
   *
   * @throws ProblemException for a distance without a point
   */
  @Nullable Place near() {
    double[] point = values.degrees("near", 2, "106.7428,10.7643");
    Double km = values.number("withinKm", 0, MOST_KM);
    if (point == null) {
      if (km != null) {
        throw Values.refusal(
            "near",
            "Cần biết cách điểm nào.",
            "Within which distance of what?",
            "Thêm near=kinh độ,vĩ độ.",
            "Add near=longitude,latitude.");
      }
      return null;
    }
    Place near = new Place(point[0], point[1]);
    if (km != null) {
      filters.add(Where.Within.of(near, km * 1000));
    }
    return near;
  }

  /** Adds the conditions that name zones, a building or a box. */
  void named() {
    zones();
    building();
    box();
  }

  private void zones() {
    List<String> codes = values.texts("zone");
    List<Geodesic.Point> places = new ArrayList<>();
    for (String code : codes) {
      ZoneSpace zone =
          snapshot
              .zone(code)
              .orElseThrow(
                  () ->
                      Values.notAmong(
                          "zone",
                          snapshot.zones().stream().map(one -> one.zone().code()).toList()));
      places.add(Geodesic.Point.of(zone.lon(), zone.lat()));
    }
    if (!codes.isEmpty()) {
      filters.add(new Where.InZones(new HashSet<>(codes), places));
    }
  }

  private void building() {
    String code = values.text("building");
    if (code == null) {
      return;
    }
    Table.Site site = snapshot.table().site(code).orElseThrow(WhereReader::noBuilding);
    BuildingSpace building = site.building();
    filters.add(
        new Where.InBuilding(site.zone(), code, Geodesic.Point.of(building.lon(), building.lat())));
  }

  private static ProblemException noBuilding() {
    return Values.refusal(
        "building",
        "Không có nhà xưởng mang mã này.",
        "No building has this code.",
        "Mã các nhà xưởng ở /api/v1/buildings.",
        "The codes are at /api/v1/buildings.");
  }

  private void box() {
    String form = "106.6,10.7,106.8,10.9";
    double[] box = values.degrees("bbox", 4, form);
    if (box == null) {
      return;
    }
    if (box[0] > box[2] || box[1] > box[3]) {
      throw Values.refusal(
          "bbox",
          "Cạnh tây phải ở bên trái cạnh đông, cạnh nam ở dưới cạnh bắc.",
          "West must be left of east, and south below north.",
          "bbox=" + form,
          "bbox=" + form);
    }
    filters.add(new Where.InBox(box[0], box[1], box[2], box[3]));
  }
}

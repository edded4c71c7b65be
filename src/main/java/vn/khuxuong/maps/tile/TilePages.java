package vn.khuxuong.maps.tile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.khuxuong.maps.feature.Pages;
import vn.khuxuong.maps.feature.Visit;
import vn.khuxuong.maps.layer.Layer;

/** Tilesets and matrix sets as pages for people. */
@Component
class TilePages {

  private record Entry(String title, String href, String note) {}

  private record Level(String id, String scale, String cell, String columns, String rows) {}

  private final Pages pages;

  TilePages(Pages pages) {
    this.pages = pages;
  }

  byte[] matrixSets(Visit visit) {
    List<Entry> entries = new ArrayList<>();
    for (TileMatrixSet set : TileMatrixSet.all()) {
      entries.add(
          new Entry(
              set.id(),
              MatrixSetJson.address(visit, set) + query(visit),
              visit.say(set.title()) + " · " + set.crs().code()));
    }
    return pages.page(
        visit,
        "ogc/tilesets",
        visit.say("Các lưới ô", "The tile matrix sets"),
        List.of(),
        Map.of("entries", entries));
  }

  byte[] matrixSet(Visit visit, TileMatrixSet set) {
    List<Level> levels = new ArrayList<>();
    for (int level = 0; level < set.levels(); level++) {
      levels.add(
          level(
              visit,
              set,
              level,
              "0–" + (set.columnsAt(level) - 1),
              "0–" + (set.rowsAt(level) - 1)));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("crs", set.crs().code());
    model.put("templates", List.of());
    model.put("levels", levels);
    model.put("description", visit.say(set.title()));
    Pages.Step up =
        new Pages.Step(
            visit.say("Các lưới ô", "The tile matrix sets"),
            visit.root() + "/tileMatrixSets" + query(visit));
    return pages.page(visit, "ogc/tileset", set.id(), List.of(up), model);
  }

  byte[] list(Visit visit, TileOrigin origin, List<TileMatrixSet> sets) {
    List<Entry> entries =
        sets.stream()
            .map(
                set ->
                    new Entry(
                        set.id(),
                        TilesetJson.address(visit, origin, set) + query(visit),
                        visit.say(set.title()) + " · " + set.crs().code()))
            .toList();
    return pages.page(
        visit,
        "ogc/tilesets",
        visit.say(origin.title()),
        way(visit, origin),
        Map.of("entries", entries));
  }

  byte[] tileset(
      Visit visit, TileOrigin origin, TileMatrixSet set, List<TileLimits.Limits> limits) {
    Map<String, Object> model = new HashMap<>();
    model.put("crs", set.crs().code());
    model.put("description", visit.say(set.title()));
    model.put(
        "templates",
        origin.formats().stream()
            .map(format -> TilesetJson.template(visit, origin, set, format))
            .toList());
    model.put(
        "levels",
        limits.stream()
            .map(
                found ->
                    level(
                        visit,
                        set,
                        found.level(),
                        found.minColumn() + "–" + found.maxColumn(),
                        found.minRow() + "–" + found.maxRow()))
            .toList());
    List<Pages.Step> way = new ArrayList<>(way(visit, origin));
    way.add(new Pages.Step(visit.say(origin.title()), visit.root() + origin.path() + query(visit)));
    return pages.page(visit, "ogc/tileset", set.id(), way, model);
  }

  private static Level level(
      Visit visit, TileMatrixSet set, int level, String columns, String rows) {
    Locale locale = visit.language().locale();
    return new Level(
        String.valueOf(level),
        "1:" + String.format(locale, "%,.0f", set.scale(level)),
        String.format(locale, "%,.4f m", set.cellSize(level)),
        columns,
        rows);
  }

  private static List<Pages.Step> way(Visit visit, TileOrigin origin) {
    if (origin.isDataset()) {
      return List.of();
    }
    Layer layer = origin.layers().get(0);
    return List.of(
        new Pages.Step(
            visit.say(layer.title()), visit.root() + "/collections/" + layer.id() + query(visit)));
  }

  private static String query(Visit visit) {
    return "?f=html&lang=" + visit.language().tag();
  }
}

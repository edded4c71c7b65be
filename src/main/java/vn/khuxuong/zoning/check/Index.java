package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import vn.khuxuong.zoning.check.Grid.Cell;

/** Which pieces have a say in which cells of the grid. Never changed. */
final class Index {
  private final Grid grid;
  private final double reachM;
  private final GeometryFactory factory;
  private final Map<Cell, SortedMap<String, Site>> cells;

  private Index(
      Grid grid, double reachM, GeometryFactory factory, Map<Cell, SortedMap<String, Site>> cells) {
    this.grid = grid;
    this.reachM = reachM;
    this.factory = factory;
    this.cells = cells;
  }

  static Index of(Grid grid, double reachM, GeometryFactory factory, Collection<Site> sites) {
    Map<Cell, SortedMap<String, Site>> cells = new HashMap<>();
    for (Site site : sites) {
      for (Cell cell : grid.around(site.box(), reachM)) {
        cells.computeIfAbsent(cell, key -> new TreeMap<>()).put(site.id(), site);
      }
    }
    return new Index(grid, reachM, factory, cells);
  }

  Index with(Collection<Site> gone, Collection<Site> come) {
    Map<Cell, SortedMap<String, Site>> now = new HashMap<>(cells);
    Set<Cell> own = new HashSet<>();
    for (Site site : gone) {
      for (Cell cell : grid.around(site.box(), reachM)) {
        copy(now, cell, own).remove(site.id());
      }
    }
    for (Site site : come) {
      for (Cell cell : grid.around(site.box(), reachM)) {
        copy(now, cell, own).put(site.id(), site);
      }
    }
    return new Index(grid, reachM, factory, now);
  }

  private static SortedMap<String, Site> copy(
      Map<Cell, SortedMap<String, Site>> cells, Cell cell, Set<Cell> own) {
    SortedMap<String, Site> sites = cells.get(cell);
    if (own.add(cell)) {
      sites = sites == null ? new TreeMap<>() : new TreeMap<>(sites);
      cells.put(cell, sites);
    }
    return Objects.requireNonNull(sites);
  }

  Grid grid() {
    return grid;
  }

  GeometryFactory factory() {
    return factory;
  }

  SortedMap<String, Site> in(Cell cell) {
    return cells.getOrDefault(cell, new TreeMap<>());
  }

  Set<Cell> cellsOf(Collection<Site> sites) {
    Set<Cell> found = new HashSet<>();
    sites.forEach(site -> found.addAll(grid.around(site.box(), reachM)));
    return found;
  }

  /** Other pieces whose box comes within {@code distanceM} of a box, by id. */
  List<Site> near(Envelope box, double distanceM) {
    Envelope around = new Envelope(box);
    around.expandBy(distanceM);
    SortedMap<String, Site> found = new TreeMap<>();
    for (Cell cell : grid.around(box, distanceM)) {
      for (Site site : in(cell).values()) {
        if (site.box().intersects(around)) {
          found.put(site.id(), site);
        }
      }
    }
    return new ArrayList<>(found.values());
  }
}

package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Polygons that should cover a zone without gap or overlap, with everything that is wrong with
 * them. Metres, x east and y north, in the legal CRS; edges are straight there.
 *
 * <p>Never changed. {@link #with} makes the coverage after an edit and looks again only where the
 * edit was: its findings are those that {@link #of} would give for the same pieces, to the last
 * digit, whatever was edited before. Safe for any number of threads.
 */
public final class Coverage {
  private final SortedMap<String, Site> sites;
  private final Map<String, List<Finding>> alone;
  private final Map<Pair, List<Finding>> pairs;
  private final @Nullable Border border;
  private final Tolerances tolerances;
  private final @Nullable Gaps gaps;
  private final List<Finding> findings;

  private record Pair(String first, String second) {}

  private Coverage(
      SortedMap<String, Site> sites,
      Map<String, List<Finding>> alone,
      Map<Pair, List<Finding>> pairs,
      @Nullable Border border,
      Tolerances tolerances,
      @Nullable Gaps gaps) {
    this.sites = sites;
    this.alone = alone;
    this.pairs = pairs;
    this.border = border;
    this.tolerances = tolerances;
    this.gaps = gaps;
    List<Finding> all = new ArrayList<>();
    alone.values().forEach(all::addAll);
    pairs.values().forEach(all::addAll);
    if (gaps != null) {
      all.addAll(gaps.findings());
    }
    all.sort(Findings.ORDER);
    this.findings = List.copyOf(all);
  }

  /**
   * Judges pieces from scratch.
   *
   * @param pieces in any order, which does not matter to the findings
   * @param outline what they have to fill, in the same CRS; null for a coverage without a zone,
   *     where ground is a gap only when pieces enclose it or leave it narrow between them
   * @throws IllegalArgumentException if two pieces have one id or the outline is not valid
   */
  public static Coverage of(
      Collection<Piece> pieces, @Nullable Geometry outline, Tolerances tolerances) {
    SortedMap<String, Site> sites = new TreeMap<>();
    for (Piece piece : pieces) {
      if (sites.put(piece.id(), new Site(piece)) != null) {
        throw new IllegalArgumentException("two pieces are called " + piece.id());
      }
    }
    Border border = outline == null ? null : Border.of(outline);
    Index index = index(sites.values(), border, tolerances);
    Map<String, List<Finding>> alone = new HashMap<>();
    Map<Pair, List<Finding>> pairs = new HashMap<>();
    for (Site site : sites.values()) {
      judge(site, border, tolerances, alone);
      if (index != null) {
        meet(site, index, tolerances, pairs, Set.of());
      }
    }
    Gaps gaps = index == null ? null : Gaps.in(index, border, tolerances);
    return new Coverage(sites, alone, pairs, border, tolerances, gaps);
  }

  /**
   * The coverage after an edit.
   *
   * @param changedOrNew pieces that are new or take the place of the one with their id
   * @param removedIds ids that go; those that are not there do not matter
   */
  public Coverage with(Collection<Piece> changedOrNew, Collection<String> removedIds) {
    SortedMap<String, Site> now = new TreeMap<>(sites);
    List<Site> gone = new ArrayList<>();
    Map<String, Site> come = new TreeMap<>();
    for (String id : removedIds) {
      take(now.remove(id), gone);
    }
    for (Piece piece : changedOrNew) {
      Site site = new Site(piece);
      take(now.put(piece.id(), site), gone);
      come.put(piece.id(), site);
    }
    gone.removeIf(site -> sites.get(site.id()) != site);
    Set<String> touched = new HashSet<>(come.keySet());
    gone.forEach(site -> touched.add(site.id()));
    return again(now, gone, come.values(), touched);
  }

  private static void take(@Nullable Site site, List<Site> gone) {
    if (site != null) {
      gone.add(site);
    }
  }

  private Coverage again(
      SortedMap<String, Site> now,
      Collection<Site> gone,
      Collection<Site> come,
      Set<String> touched) {
    Map<String, List<Finding>> aloneNow = new HashMap<>(alone);
    Map<Pair, List<Finding>> pairsNow = new HashMap<>(pairs);
    aloneNow.keySet().removeAll(touched);
    pairsNow
        .keySet()
        .removeIf(pair -> touched.contains(pair.first()) || touched.contains(pair.second()));
    Grid grid = grid(now.values(), border);
    Index index = null;
    Gaps gapsNow = null;
    if (grid != null && gaps != null && grid.equals(gaps.index().grid())) {
      index = gaps.index().with(gone, come);
      Set<Grid.Cell> cells = index.cellsOf(gone);
      cells.addAll(index.cellsOf(come));
      gapsNow = gaps.again(index, cells);
    } else if (grid != null) {
      index = index(now.values(), border, tolerances);
      gapsNow = index == null ? null : Gaps.in(index, border, tolerances);
    }
    for (Site site : come) {
      judge(site, border, tolerances, aloneNow);
      if (index != null) {
        meet(site, index, tolerances, pairsNow, touched);
      }
    }
    return new Coverage(now, aloneNow, pairsNow, border, tolerances, gapsNow);
  }

  /** Everything that is wrong: what blocks first, then by kind, the largest first. */
  public List<Finding> findings() {
    return findings;
  }

  /** The pieces by id. */
  public Collection<Piece> pieces() {
    return sites.values().stream().map(Site::piece).toList();
  }

  /** The outline to fill, null where there is none. */
  public @Nullable Geometry outline() {
    return border == null ? null : border.shape().copy();
  }

  /** By what these pieces are judged. */
  public Tolerances tolerances() {
    return tolerances;
  }

  @Nullable Border border() {
    return border;
  }

  @Nullable Site site(String id) {
    return sites.get(id);
  }

  /** Pieces whose box comes within {@code distanceM} of a box, by id. */
  List<Site> near(Envelope box, double distanceM) {
    return gaps == null ? List.of() : gaps.index().near(box, distanceM);
  }

  private static void judge(
      Site site, @Nullable Border border, Tolerances tolerances, Map<String, List<Finding>> alone) {
    List<Finding> found = PieceCheck.judge(site, border, tolerances);
    if (!found.isEmpty()) {
      alone.put(site.id(), found);
    }
  }

  /** Compares a piece with those after it, and with those before it that are not among others. */
  private static void meet(
      Site site,
      Index index,
      Tolerances tolerances,
      Map<Pair, List<Finding>> pairs,
      Set<String> others) {
    if (!site.isValid()) {
      return;
    }
    for (Site other : index.near(site.box(), tolerances.noiseM())) {
      int order = site.id().compareTo(other.id());
      boolean mine = order < 0 || (order > 0 && !others.isEmpty() && !others.contains(other.id()));
      if (mine && other.isValid()) {
        Site first = order < 0 ? site : other;
        Site second = order < 0 ? other : site;
        List<Finding> found = PairCheck.judge(first, second, tolerances);
        if (!found.isEmpty()) {
          pairs.put(new Pair(first.id(), second.id()), found);
        }
      }
    }
  }

  private static @Nullable Index index(
      Collection<Site> sites, @Nullable Border border, Tolerances tolerances) {
    Grid grid = grid(sites, border);
    if (grid == null) {
      return null;
    }
    GeometryFactory factory =
        border != null
            ? border.shape().getFactory()
            : sites.iterator().next().piece().shape().getFactory();
    return Index.of(grid, Gaps.reachM(border, tolerances), factory, sites);
  }

  /** Null where there is no ground at all. */
  private static @Nullable Grid grid(Collection<Site> sites, @Nullable Border border) {
    Envelope extent = new Envelope();
    if (border != null) {
      extent.expandToInclude(border.shape().getEnvelopeInternal());
    } else {
      sites.forEach(site -> extent.expandToInclude(site.box()));
    }
    return extent.isNull() ? null : Grid.over(extent, border == null ? Grid.LAND : Grid.ZONE);
  }
}

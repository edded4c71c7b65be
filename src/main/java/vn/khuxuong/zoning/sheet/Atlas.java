package vn.khuxuong.zoning.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * The pages of one printed plan: one sheet where it fits or a centre is given, else a key map and a
 * sheet for every part of a grid on which there is something to see.
 *
 * @param key the map of the sheets, null where there is only one
 * @param sheets numbered from 1 in this order, from the north-west row by row
 */
record Atlas(@Nullable MapWindow key, List<Sheet> sheets) {
  /** Most pages of one document. */
  static final int MOST_PAGES = 60;

  private static final int MOST_CELLS = 20_000;
  private static final double TOUCH_MM = 0.1;

  Atlas {
    sheets = List.copyOf(sheets);
  }

  /** Edges of a sheet. */
  enum Side {
    NORTH,
    EAST,
    SOUTH,
    WEST
  }

  /**
   * One sheet.
   *
   * @param number from 1
   * @param neighbours numbers of the sheets that go on at its edges
   */
  record Sheet(int number, MapWindow window, Map<Side, Integer> neighbours) {
    Sheet {
      neighbours = Map.copyOf(neighbours);
    }
  }

  /**
   * Lays out the pages.
   *
   * @param shapes what there is to see, in the legal CRS; not empty
   * @throws ProblemException where there would be more than {@link #MOST_PAGES}, or nothing to see
   *     around the centre asked for
   */
  static Atlas of(SheetRequest request, List<Geometry> shapes) {
    Layout layout = Layout.of(request.paper(), request.landscape());
    Envelope all = new Envelope();
    shapes.forEach(shape -> all.expandToInclude(shape.getEnvelopeInternal()));
    Integer asked = request.scale();
    int scale = asked == null ? fitting(all, layout.room(), SheetRequest.SCALES) : asked;
    Coordinate centre = request.centre();
    if (centre != null) {
      MapWindow window = MapWindow.around(centre.x, centre.y, scale, layout.map());
      if (!shows(window, shapes)) {
        throw empty(all);
      }
      return new Atlas(null, List.of(new Sheet(1, window, Map.of())));
    }
    if (fits(all, layout.room(), scale)) {
      return new Atlas(null, List.of(new Sheet(1, middle(all, scale, layout.map()), Map.of())));
    }
    List<Sheet> sheets = sheets(all, scale, layout.map(), shapes);
    if (sheets.size() + 1 > MOST_PAGES) {
      throw tooMany(request, scale, all, shapes);
    }
    int keyScale =
        fitting(
            all,
            layout.room(),
            List.of(
                500, 1000, 2000, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000,
                1_000_000));
    return new Atlas(middle(all, keyScale, layout.map()), sheets);
  }

  int pages() {
    return sheets.size() + (key == null ? 0 : 1);
  }

  private static boolean fits(Envelope all, Box room, int scale) {
    return all.getWidth() * 1000 / scale <= room.width()
        && all.getHeight() * 1000 / scale <= room.height();
  }

  /** The largest scale at which all fits, else the smallest there is. */
  private static int fitting(Envelope all, Box room, List<Integer> scales) {
    return scales.stream()
        .filter(scale -> fits(all, room, scale))
        .findFirst()
        .orElse(scales.get(scales.size() - 1));
  }

  /** A window with all in its middle, moved to whole metres. */
  private static MapWindow middle(Envelope all, int scale, Box map) {
    return MapWindow.around(
        Math.rint(all.getMinX() + all.getWidth() / 2),
        Math.rint(all.getMinY() + all.getHeight() / 2),
        scale,
        map);
  }

  /** Sheets of the smallest grid over all; one more than allowed where there are too many. */
  private static List<Sheet> sheets(Envelope all, int scale, Box map, List<Geometry> shapes) {
    double width = MapWindow.metres(map.width(), scale);
    double height = MapWindow.metres(map.height(), scale);
    int columns = (int) Math.ceil(all.getWidth() / width);
    int rows = (int) Math.ceil(all.getHeight() / height);
    if ((long) columns * rows > MOST_CELLS) {
      return java.util.Collections.nCopies(
          MOST_PAGES, new Sheet(1, middle(all, scale, map), Map.of()));
    }
    double west = Math.rint(all.getMinX() + (all.getWidth() - columns * width) / 2);
    double north = Math.rint(all.getMaxY() + (rows * height - all.getHeight()) / 2);
    int[][] numbers = new int[rows][columns];
    List<MapWindow> windows = new ArrayList<>();
    List<int[]> places = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        MapWindow window =
            new MapWindow(scale, map, west + column * width, north - (row + 1) * height);
        if (windows.size() < MOST_PAGES && shows(window, shapes)) {
          windows.add(window);
          places.add(new int[] {row, column});
          numbers[row][column] = windows.size();
        }
      }
    }
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      int row = places.get(i)[0];
      int column = places.get(i)[1];
      Map<Side, Integer> neighbours = new EnumMap<>(Side.class);
      neighbour(neighbours, Side.NORTH, numbers, row - 1, column);
      neighbour(neighbours, Side.EAST, numbers, row, column + 1);
      neighbour(neighbours, Side.SOUTH, numbers, row + 1, column);
      neighbour(neighbours, Side.WEST, numbers, row, column - 1);
      sheets.add(new Sheet(i + 1, windows.get(i), neighbours));
    }
    return sheets;
  }

  private static void neighbour(
      Map<Side, Integer> neighbours, Side side, int[][] numbers, int row, int column) {
    if (row >= 0
        && row < numbers.length
        && column >= 0
        && column < numbers[row].length
        && numbers[row][column] > 0) {
      neighbours.put(side, numbers[row][column]);
    }
  }

  /** Whether a window shows any of the shapes; touching its edge does not count. */
  private static boolean shows(MapWindow window, List<Geometry> shapes) {
    Envelope ground = window.ground(-TOUCH_MM);
    Geometry rectangle = new GeometryFactory().toGeometry(ground);
    return shapes.stream()
        .anyMatch(
            shape -> ground.intersects(shape.getEnvelopeInternal()) && rectangle.intersects(shape));
  }

  private static ProblemException empty(Envelope all) {
    String bounds =
        String.format(
            java.util.Locale.ROOT,
            "E %.0f–%.0f, N %.0f–%.0f",
            all.getMinX(),
            all.getMaxX(),
            all.getMinY(),
            all.getMaxY());
    return SheetRequest.bad(
            "center", "Quanh điểm này không có gì của đồ án.", "The plan has nothing around there.")
        .remedy(
            "Đồ án nằm trong " + bounds + " (mét, hệ VN-2000 của khu).",
            "The plan lies within " + bounds + " (metres, the zone's VN-2000 system).");
  }

  private static ProblemException tooMany(
      SheetRequest request, int scale, Envelope all, List<Geometry> shapes) {
    ProblemException problem =
        SheetRequest.bad(
            "scale",
            "Ở tỷ lệ 1:"
                + scale
                + " trên khổ "
                + request.paper()
                + " bản vẽ dài hơn "
                + MOST_PAGES
                + " trang.",
            "At 1:"
                + scale
                + " on "
                + request.paper()
                + " the drawing has more than "
                + MOST_PAGES
                + " pages.");
    List<String> ways =
        Stream.concat(
                SheetRequest.SCALES.stream()
                    .filter(smaller -> smaller > scale)
                    .filter(smaller -> pages(all, smaller, request, request.paper(), shapes))
                    .limit(1)
                    .map(smaller -> "scale=" + smaller),
                Stream.of(Paper.values())
                    .filter(paper -> paper.compareTo(request.paper()) > 0)
                    .filter(paper -> pages(all, scale, request, paper, shapes))
                    .limit(1)
                    .map(paper -> "paper=" + paper))
            .toList();
    return problem.remedy(
        ways.isEmpty()
            ? "In từng tờ bằng center=E,N."
            : "Dùng " + String.join(" hoặc ", ways) + ", hoặc in một tờ bằng center=E,N.",
        ways.isEmpty()
            ? "Print single sheets with center=E,N."
            : "Use " + String.join(" or ", ways) + ", or print one sheet with center=E,N.");
  }

  private static boolean pages(
      Envelope all, int scale, SheetRequest request, Paper paper, List<Geometry> shapes) {
    Layout layout = Layout.of(paper, request.landscape());
    return fits(all, layout.room(), scale)
        || sheets(all, scale, layout.map(), shapes).size() + 1 <= MOST_PAGES;
  }
}

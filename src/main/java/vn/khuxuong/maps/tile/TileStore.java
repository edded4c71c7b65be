package vn.khuxuong.maps.tile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.cell.KeptCells;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.MapsProblem;
import vn.khuxuong.maps.mvt.KeptRows;
import vn.khuxuong.maps.mvt.SentRows;
import vn.khuxuong.maps.mvt.TileGrid;
import vn.khuxuong.maps.mvt.VectorTile;

/** Makes vector tiles, out of cells that are kept or else out of the database. */
@Component
class TileStore {

  /** More features than this are no tile; also what bounds the memory of a request. */
  static final int MAX_FEATURES = 50_000;

  private final TileRead database;
  private final TileAttributes attributes;
  private final KeptCells cells;

  TileStore(TileRead database, TileAttributes attributes, KeptCells cells) {
    this.database = database;
    this.attributes = attributes;
    this.cells = cells;
  }

  /**
   * The tile; no bytes when nothing of the layers is in it.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException {@link MapsProblem#TOO_MUCH}
   */
  byte[] tile(TileRequest request) {
    BBox box;
    try {
      box = TileGrid.withBuffer(request.tile().bounds()).transform(Crs.EPSG_3857);
    } catch (GeoRefusal outside) {
      return new byte[0];
    }
    List<Wanted> wanted = new ArrayList<>();
    for (TileLayer layer : request.layers()) {
      TileAttributes.Choice choice = attributes.choose(layer.layer(), request);
      TileCell cell = cells.isOn() ? TileCell.of(layer, request, choice) : null;
      wanted.add(new Wanted(layer, choice, cell));
    }
    fromCells(request, wanted);
    fromDatabase(request, wanted, box);
    return encoded(request, wanted);
  }

  /** A layer of a tile while its rows are looked for. */
  private static final class Wanted {
    private final TileLayer layer;
    private final TileAttributes.Choice choice;
    private final @Nullable TileCell cell;
    private @Nullable KeptRows kept;
    private @Nullable SentRows rows;

    Wanted(TileLayer layer, TileAttributes.Choice choice, @Nullable TileCell cell) {
      this.layer = layer;
      this.choice = choice;
      this.cell = cell;
    }
  }

  /** Finds rows in cells; cells that are missing are read. */
  private void fromCells(TileRequest request, List<Wanted> wanted) {
    long latest = cells.latest();
    List<Wanted> missing = new ArrayList<>();
    List<KeptCells.Moment> before = new ArrayList<>();
    List<TileRead.Part> parts = new ArrayList<>();
    for (Wanted each : wanted) {
      if (each.cell != null) {
        TileRows kept = cells.find(each.cell, latest);
        if (kept != null) {
          each.kept = kept.rows();
        } else {
          missing.add(each);
          before.add(cells.before(each.cell, latest));
          parts.add(
              new TileRead.Part(each.layer, each.choice, each.cell.box(), TileRows.MOST_FEATURES));
        }
      }
    }
    List<TileRead.Sent> sent = database.read(request, parts);
    for (int i = 0; i < sent.size(); i++) {
      Wanted each = missing.get(i);
      TileRows read = each.cell.rows(sent.get(i), each.choice.ofShapes());
      cells.keep(each.cell, before.get(i), read);
      each.kept = read.rows();
    }
  }

  /** Reads what cells do not hold. */
  private void fromDatabase(TileRequest request, List<Wanted> wanted, BBox box) {
    List<Wanted> missing = wanted.stream().filter(each -> each.kept == null).toList();
    List<TileRead.Sent> sent =
        database.read(
            request,
            missing.stream()
                .map(each -> new TileRead.Part(each.layer, each.choice, box, MAX_FEATURES))
                .toList());
    for (int i = 0; i < sent.size(); i++) {
      byte[] rows = sent.get(i).rows();
      if (!sent.get(i).all()) {
        throw MapsProblem.TOO_MUCH.with(
            "Ô này có hơn " + MAX_FEATURES + " đối tượng. Hãy phóng to.",
            "This tile holds more than " + MAX_FEATURES + " features. Zoom in.");
      }
      missing.get(i).rows = rows == null ? null : SentRows.read(rows);
    }
  }

  private static byte[] encoded(TileRequest request, List<Wanted> wanted) {
    VectorTile tile = new VectorTile(request.tile().grid());
    for (Wanted each : wanted) {
      if (each.kept != null && each.cell != null) {
        kept(each, each.kept, each.cell, request.tile(), tile);
      } else if (each.rows != null) {
        Layer layer = each.layer.layer();
        tile.shapes(layer.id(), each.rows, each.choice.ofShapes());
        if (hasLabels(layer)) {
          String name = layer.id() + Layer.LABEL_SUFFIX;
          tile.labels(name, each.rows, each.choice.ofShapes(), each.choice.ofLabels());
        }
      }
    }
    return tile.bytes();
  }

  private static void kept(Wanted wanted, KeptRows rows, TileCell cell, Tile at, VectorTile tile) {
    Layer layer = wanted.layer.layer();
    TileAttributes.Choice choice = wanted.choice;
    int column = cell.columnOf(at);
    int row = cell.rowOf(at);
    tile.shapes(layer.id(), rows, choice.ofShapes(), column, row);
    if (hasLabels(layer)) {
      String name = layer.id() + Layer.LABEL_SUFFIX;
      tile.labels(name, rows, choice.ofShapes(), choice.ofLabels(), column, row);
    }
  }

  /** Whether a layer's tiles carry a layer of label points beside it. */
  static boolean hasLabels(Layer layer) {
    return layer.geometry().type().isArea();
  }
}

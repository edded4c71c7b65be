package vn.khuxuong.zoning.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.ZoningProblem;
import vn.khuxuong.zoning.edit.EditRefusal;
import vn.khuxuong.zoning.edit.TableReading;
import vn.khuxuong.zoning.edit.VertexTable;
import vn.khuxuong.zoning.plan.ZoneStore;

/**
 * Reads a table of coordinates typed or pasted from a drawing and says what it could mean; an edit
 * then carries the reading that the planner confirmed.
 */
@RestController
class CoordinateController {
  private final ZoneStore zones;

  CoordinateController(ZoneStore zones) {
    this.zones = zones;
  }

  /**
   * What is to be read.
   *
   * @param zone code of the zone the table should lie in
   * @param table lines of point number, X, Y as on the drawing
   */
  record Pasted(@Nullable String zone, @Nullable String table) {}

  /**
   * What was read.
   *
   * @param readings likeliest first
   */
  record Read(
      int vertices, boolean closed, List<Reading> readings, List<VertexTable.BadLine> badLines) {}

  /** One reading under the name of its CRS; fields as in {@link TableReading}. */
  record Reading(
      String crs,
      String axes,
      double distanceM,
      double shareInside,
      boolean confident,
      String textVi,
      String textEn) {
    static Reading of(TableReading reading) {
      return new Reading(
          reading.crs().code(),
          reading.axes().name(),
          reading.distanceM(),
          reading.shareInside(),
          reading.confident(),
          reading.vi(),
          reading.en());
    }
  }

  @PostMapping("/api/v1/coordinates")
  @PreAuthorize("hasRole('PLANNER')")
  Read read(@RequestBody Pasted pasted) {
    if (pasted.zone() == null || pasted.table() == null) {
      throw ZoningProblem.BAD_BODY
          .with("Cần “zone” và “table”.", "“zone” and “table” are needed.")
          .field(pasted.zone() == null ? "zone" : "table");
    }
    Zone zone = zones.get(pasted.zone());
    try {
      VertexTable table = VertexTable.read(pasted.table());
      return new Read(
          table.size(),
          table.isClosed(),
          table.readings(zone).stream().map(Reading::of).toList(),
          table.badLines());
    } catch (EditRefusal refusal) {
      throw DraftProblems.refused(refusal, zone.legal());
    }
  }
}

package vn.khuxuong.space.demo;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.util.AffineTransformation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.platform.database.CopyRows;
import vn.khuxuong.platform.database.TriggerPause;

/**
 * Sets buildings down by the thousand, for load tests: of the same kinds, with floors, bays and
 * tenants as the illustrative ones have them, and as illustrative.
 */
public final class SyntheticBuildings {
  private static final YearMonth REFERENCE = YearMonth.of(2026, 11);
  private static final double SHARE_UNFINISHED = 0.06;

  private static final List<FloorPlan> FLOORS =
      List.of(
          FloorPlan.oneRow(4, 9, 28, 6),
          FloorPlan.oneRow(5, 9, 30, 6),
          FloorPlan.oneRow(6, 9, 30, 6),
          FloorPlan.oneRow(6, 10, 32, 6),
          FloorPlan.oneRow(8, 8, 33, 6),
          FloorPlan.twoRows(2, 16, 16, 4, 8),
          FloorPlan.twoRows(3, 16, 17, 4, 8));
  private static final List<Grade> GRADES =
      List.of(Grade.EARLY, Grade.STANDARD, Grade.STANDARD, Grade.HEAVY);
  private static final int[] STOREYS = {3, 4, 4, 4, 5, 5, 5, 6};

  private SyntheticBuildings() {}

  /** What was written. */
  public record Written(int buildings, int floors, int bays, int claims, String sha256) {}

  /**
   * Writes a building for each site, in the caller's transaction.
   *
   * @param zoneId of the zone in the database
   * @param zoneCode opens the buildings' codes
   * @param sites from a building's own metres to those of the legal CRS; each has room for 64 by 40
   * @param seed gives the same buildings each time
   * @throws SQLException if there are buildings of these codes, or a row breaks a constraint
   */
  public static Written write(
      Connection connection,
      long zoneId,
      String zoneCode,
      Crs legal,
      List<AffineTransformation> sites,
      long seed)
      throws SQLException {
    List<BuildingPlan> plans = plans(zoneCode, sites.size(), new Random(seed));
    int floors = plans.stream().mapToInt(BuildingPlan::storeys).sum();
    int bays = plans.stream().mapToInt(p -> p.storeys() * p.floor().bays().size()).sum();
    TriggerPause pause =
        new TriggerPause(connection)
            .of("space.buildings")
            .of("space.goods_lifts")
            .of("space.floors")
            .of("space.floor_industries")
            .of("space.bays", "bay_measured")
            .of("space.occupancies");
    MessageDigest digest = CopyRows.digest();
    BuildingRows rows =
        new BuildingRows(
            digest,
            legal,
            CopyRows.reserve(connection, "space.buildings", plans.size()),
            CopyRows.reserve(connection, "space.floors", floors),
            CopyRows.reserve(connection, "space.bays", bays));
    for (int i = 0; i < plans.size(); i++) {
      BuildingPlan plan = plans.get(i);
      rows.add(zoneId, plan, sites.get(i), Tenants.of(plan, REFERENCE));
    }
    rows.send(connection);
    pause.end();
    return new Written(
        plans.size(), floors, bays, rows.claims(), HexFormat.of().formatHex(digest.digest()));
  }

  private static List<BuildingPlan> plans(String zone, int count, Random random) {
    List<BuildingPlan> plans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean unfinished = random.nextDouble() < SHARE_UNFINISHED;
      plans.add(
          new BuildingPlan(
              zone,
              "HIGHRISE",
              String.format(Locale.ROOT, "A%03d", i + 1),
              GRADES.get(random.nextInt(GRADES.size())),
              FLOORS.get(random.nextInt(FLOORS.size())),
              STOREYS[random.nextInt(STOREYS.length)],
              0.03 + 0.3 * random.nextDouble(),
              (36 + random.nextInt(17)) / 10.0,
              unfinished
                  ? REFERENCE.plusMonths(2L + random.nextInt(12))
                  : REFERENCE.minusMonths(12L + random.nextInt(140))));
    }
    return plans;
  }
}

package vn.khuxuong.space.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.DigestUtils;
import vn.khuxuong.geo.Wkt;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.space.exchange.ImportReport.Change;

/**
 * Brings a building into the form of a file, wholly or not at all. A dry run does everything and
 * takes it back, so what it says is what would happen. Bays that claims rest on stay: they can
 * neither vanish nor shrink nor lose what the claims need.
 */
@Component
class ImportBuilding {
  private static final int MOST_CHANGES = 500;
  private static final double BEARABLE_M2 = 0.3;

  private final TableStore store;
  private final WriteStore writer;
  private final Audit audit;
  private final TransactionTemplate transaction;

  ImportBuilding(
      TableStore store, WriteStore writer, Audit audit, PlatformTransactionManager transactions) {
    this.store = store;
    this.writer = writer;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Compares a file with what there is and, if asked, does what it says.
   *
   * @param apply whether to do it; else only the report is made
   * @param base of an earlier report; where the building has changed since, nothing is done
   * @throws vn.khuxuong.platform.problem.ProblemException where the file is none, or {@code base}
   *     is another
   */
  @PreAuthorize("hasAnyRole('OFFICER', 'ADMIN')")
  ImportReport run(byte[] file, boolean apply, @Nullable String base) {
    Table table = ReadTable.read(new String(file, StandardCharsets.UTF_8));
    List<Row> buildings = table.of(Kind.BUILDING);
    if (buildings.size() != 1) {
      table
          .refusals()
          .add(
              new Refusal(
                  0,
                  null,
                  "kind",
                  "Tệp phải có đúng một dòng building.",
                  "The file needs exactly one row of kind building.",
                  "Một tệp cho mỗi nhà xưởng.",
                  "One file for each building."));
    }
    String code = buildings.isEmpty() ? null : buildings.get(0).value("code");
    if (code == null || !table.refusals().isEmpty()) {
      return refused(code, table.refusals());
    }
    return Objects.requireNonNull(
        transaction.execute(status -> compare(table, code, apply, base, status)));
  }

  private static ImportReport refused(@Nullable String code, List<Refusal> refusals) {
    return new ImportReport(code, false, "", Map.of(), List.of(), refusals);
  }

  private ImportReport compare(
      Table table, String code, boolean apply, @Nullable String base, TransactionStatus status) {
    Long known = store.lock(code);
    List<Row> now = store.rows(code);
    String state = state(now);
    if (base != null && !base.equals(state)) {
      throw ApiProblem.CONFLICT
          .with("Nhà xưởng đã đổi từ lần chạy thử.", "The building has changed since the dry run.")
          .field("base")
          .with("base", state)
          .remedy("Chạy thử lại rồi xem báo cáo mới.", "Run it dry again and read the report.");
    }
    Difference difference = Difference.of(now, table.rows());
    List<Refusal> refusals = new ArrayList<>();
    Row building = table.of(Kind.BUILDING).get(0);
    Integer srid = store.legalSrid(building.value("zone")).orElse(null);
    if (srid == null) {
      refusals.add(unknownZone(building));
    } else {
      refusals.addAll(Layout.check(table, metres(table.rows(), srid)));
      refusals.addAll(zoneRules(building, now));
      refusals.addAll(claimRules(code, now, table, srid));
    }
    if (refusals.isEmpty()) {
      write(known, difference, code, refusals);
    }
    boolean applied = apply && refusals.isEmpty();
    if (!applied) {
      status.setRollbackOnly();
    } else if (!difference.changes().isEmpty()) {
      audit.record("building.imported", "building", code, Map.of("rows", difference.counts()));
    }
    List<Change> changes = difference.changes();
    return new ImportReport(
        code,
        applied,
        state,
        difference.counts(),
        changes.subList(0, Math.min(MOST_CHANGES, changes.size())),
        refusals);
  }

  private static String state(List<Row> rows) {
    return DigestUtils.md5DigestAsHex(WriteTable.csv(rows).getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Geometry> metres(List<Row> rows, int srid) {
    List<Row> shaped = rows.stream().filter(row -> row.shape() != null).toList();
    List<Geometry> shapes =
        store.inMetres(
            shaped.stream().map(row -> Wkt.write(Objects.requireNonNull(row.shape()))).toList(),
            srid);
    Map<String, Geometry> metres = new HashMap<>();
    for (int i = 0; i < shaped.size(); i++) {
      metres.put(shaped.get(i).key(), shapes.get(i));
    }
    return metres;
  }

  private List<Refusal> zoneRules(Row building, List<Row> now) {
    List<Refusal> refusals = new ArrayList<>();
    String zone = building.value("zone");
    if (!now.isEmpty() && !now.get(0).value("zone").equals(zone)) {
      refusals.add(
          Refusal.of(
              building,
              "zone",
              "Nhà xưởng đang ở khu " + now.get(0).value("zone") + ".",
              "The building stands in zone " + now.get(0).value("zone") + ".",
              "Giữ khu cũ, hoặc dùng mã nhà khác.",
              "Keep the zone, or use another code."));
    }
    if (!store.isInZone(zone, Wkt.write(Objects.requireNonNull(building.shape())))) {
      refusals.add(
          Refusal.of(
              building,
              "geometry",
              "Nhà xưởng nằm ngoài khu " + zone + ".",
              "The building lies outside zone " + zone + ".",
              "Kiểm tra thứ tự kinh độ, vĩ độ và mã khu.",
              "Check the order of longitude and latitude, and the zone's code."));
    }
    return refusals;
  }

  private static Refusal unknownZone(Row building) {
    return Refusal.of(
        building,
        "zone",
        "Không có khu nào mang mã này.",
        "No zone has this code.",
        "Mã các khu ở /api/v1/supply.",
        "The codes are at /api/v1/supply.");
  }

  /** Bays with a claim stay and keep their area; floors with a history stay. */
  private List<Refusal> claimRules(String code, List<Row> now, Table table, int srid) {
    Map<String, Row> file = new HashMap<>();
    table.rows().forEach(row -> file.put(row.key(), row));
    Map<String, Row> before = new HashMap<>();
    now.forEach(row -> before.put(row.key(), row));
    List<Refusal> refusals = new ArrayList<>();
    for (int level : store.levelsWithHistory(code)) {
      if (!file.containsKey("floor " + level)) {
        refusals.add(
            lost(
                "floor " + level,
                "Tầng đã có giữ chỗ hoặc hợp đồng, lịch sử phải còn.",
                "The floor has had claims; their history must stay."));
      }
    }
    Map<String, Geometry> old = metres(now, srid);
    Map<String, Geometry> next = metres(table.rows(), srid);
    for (TableStore.Standing claim : store.standing(code)) {
      for (int no = claim.first(); no < claim.end(); no++) {
        String key = "bay " + claim.level() + "/" + no;
        Row bay = file.get(key);
        Row was = before.get(key);
        if (bay == null) {
          refusals.add(
              lost(
                  key,
                  "Khoang đang có người giữ hoặc thuê trong " + claim.period() + ".",
                  "The bay is held or let over " + claim.period() + "."));
        } else if (was != null && area(next, bay) < area(old, was) - BEARABLE_M2) {
          refusals.add(
              Refusal.of(
                  bay,
                  "geometry",
                  "Khoang đang có người giữ hoặc thuê, không được nhỏ đi.",
                  "The bay is held or let; it must not shrink.",
                  "Giữ hình cũ cho tới hết " + claim.period() + ".",
                  "Keep its shape until the end of " + claim.period() + "."));
        }
      }
    }
    return refusals;
  }

  private static double area(Map<String, Geometry> metres, Row row) {
    Geometry shape = metres.get(row.key());
    return shape == null ? 0 : shape.getArea();
  }

  private static Refusal lost(String key, String vi, String en) {
    return new Refusal(
        0, key, null, vi, en, "Đưa dòng này vào lại tệp.", "Put the row back into the file.");
  }

  private void write(
      @Nullable Long known, Difference difference, String code, List<Refusal> refusals) {
    try {
      long building = known == null ? 0 : known;
      for (Row row : difference.written()) {
        if (row.kind() == Kind.BUILDING) {
          building = writer.building(row);
        }
      }
      for (Row row : difference.removed()) {
        writer.delete(building, row);
      }
      for (Kind kind : List.of(Kind.LIFT, Kind.FLOOR, Kind.BAY)) {
        for (Row row : difference.written()) {
          if (row.kind() == kind) {
            write(building, row);
          }
        }
      }
    } catch (DataIntegrityViolationException e) {
      refusals.add(
          new Refusal(
              0,
              null,
              null,
              "Cơ sở dữ liệu không nhận bảng này.",
              "The database does not accept this table.",
              "Kiểm tra mã nhà (dạng TT-A) và các con số.",
              "Check the building's code (like TT-A) and the figures."));
      return;
    }
    for (TableStore.Unbearable claim : store.unbearable(code)) {
      refusals.add(
          new Refusal(
              0,
              "floor " + claim.level(),
              claim.what(),
              "Khoang " + claim.bays() + " đang có người giữ hoặc thuê cần giá trị này.",
              "Bays " + claim.bays() + " are held or let over " + claim.period() + " and need it.",
              "Giữ giá trị cũ cho tới khi hết hạn.",
              "Keep the value until they end."));
    }
  }

  private void write(long building, Row row) {
    switch (row.kind()) {
      case LIFT -> writer.lift(building, row);
      case FLOOR -> writer.floor(building, row);
      case BAY -> writer.bay(building, row);
      case BUILDING -> throw new IllegalArgumentException("Written first");
    }
  }
}

package vn.khuxuong.tenancy.demo;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import vn.khuxuong.platform.database.CopyRows;
import vn.khuxuong.platform.database.TriggerPause;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.demo.Draft.Firm;
import vn.khuxuong.tenancy.firm.TaxCode;

/** Gives every lease of a zone a firm and a contract, for load tests. */
public final class SyntheticFirms {
  private static final YearMonth REFERENCE = YearMonth.of(2026, 11);
  private static final long FIRST_CODE = 10_000_000;
  private static final String TAX_CODE_PREFIX = "9";
  private static final int FIRMS_OF_A_ZONE = 10_000;
  private static final int DAYS_SIGNED_BEFORE = 30;

  private SyntheticFirms() {}

  /** What was written. */
  public record Written(int firms, int leases, String sha256) {}

  private record Lease(
      long occupancy,
      Industry industry,
      String building,
      LocalDate from,
      String usd,
      String vnd,
      String charge) {}

  /**
   * Writes the firms and contracts behind the leases of a zone, in the caller's transaction.
   *
   * @param ordinal of the zone, from 1 to 999, which keeps codes of zones apart
   * @param seed gives the same firms each time
   */
  public static Written write(Connection connection, long zoneId, int ordinal, long seed)
      throws SQLException {
    List<Lease> leases = leases(connection, zoneId);
    if (leases.size() >= FIRMS_OF_A_ZONE) {
      throw new IllegalArgumentException("Too many leases for the codes: " + leases.size());
    }
    TriggerPause pause = new TriggerPause(connection).of("tenancy.firms").of("tenancy.leases");
    long firstFirm = CopyRows.reserve(connection, "tenancy.firms", leases.size());
    MessageDigest digest = CopyRows.digest();
    CopyRows firms =
        new CopyRows(
            digest,
            "tenancy.firms",
            ("id code name_vi name_en tax_code industry business_line size_class"
                    + " insured_employees revenue_bn_vnd capital_bn_vnd supporting hightech green"
                    + " domestic displaced cluster data_status")
                .split(" "));
    CopyRows contracts =
        new CopyRows(
            digest,
            "tenancy.leases",
            ("firm_id occupancy_id contract_no signed_on rent_usd_m2_month rent_vnd_m2_month"
                    + " service_charge_usd_m2_month data_status")
                .split(" "));
    Draft draft = new Draft(seed, REFERENCE);
    for (Lease lease : leases) {
      long number = (long) ordinal * FIRMS_OF_A_ZONE + firms.count();
      addContract(contracts, firstFirm + firms.count(), lease, number);
      addFirm(firms, firstFirm + firms.count(), draft.firm(lease.industry()), number);
    }
    firms.send(connection);
    contracts.send(connection);
    pause.end();
    return new Written(firms.count(), contracts.count(), HexFormat.of().formatHex(digest.digest()));
  }

  private static List<Lease> leases(Connection connection, long zoneId) throws SQLException {
    List<Lease> leases = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select o.id, o.industry, b.code, lower(o.during), f.rent_usd_m2_month,
              f.rent_vnd_m2_month, b.service_charge_usd_m2_month
            from space.buildings b
            join space.floors f on f.building_id = b.id
            join space.occupancies o on o.floor_id = f.id
            where b.zone_id = ? and o.kind = 'LEASE'
            order by b.code, f.level, o.bays, o.during\
            """)) {
      statement.setLong(1, zoneId);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          leases.add(
              new Lease(
                  row.getLong(1),
                  Industry.valueOf(row.getString(2)),
                  row.getString(3),
                  row.getObject(4, LocalDate.class),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7)));
        }
      }
    }
    return leases;
  }

  private static void addFirm(CopyRows rows, long id, Firm firm, long number) {
    String trade = firm.industry().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    rows.id(id)
        .add("DN-" + (FIRST_CODE + number))
        .add("Công ty TNHH Giả Định " + number)
        .add("Invented " + trade + " " + number + " Co., Ltd")
        .add(TaxCode.invented(TAX_CODE_PREFIX, number))
        .add(firm.industry())
        .add("INDUSTRY")
        .add(firm.size())
        .add(firm.insuredEmployees())
        .add(firm.revenueBnVnd())
        .add(firm.capitalBnVnd())
        .add(firm.flags().supporting())
        .add(firm.flags().hightech())
        .add(firm.flags().green())
        .add(firm.flags().domestic())
        .add(firm.flags().displaced())
        .add(Habit.of(firm.industry()).cluster())
        .add("ILLUSTRATIVE")
        .end();
  }

  private static void addContract(CopyRows rows, long firm, Lease lease, long number) {
    rows.id(firm)
        .id(lease.occupancy())
        .add(lease.building() + "/" + lease.from().getYear() + "/" + number)
        .add(lease.from().minusDays(DAYS_SIGNED_BEFORE))
        .add(lease.usd())
        .add(lease.vnd())
        .add(lease.charge())
        .add("ILLUSTRATIVE")
        .end();
  }
}

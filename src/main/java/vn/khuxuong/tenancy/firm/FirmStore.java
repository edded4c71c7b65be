package vn.khuxuong.tenancy.firm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.SizeClass;

/** SQL of firms, their machines and the accounts that act for them. */
@Component
public class FirmStore {
  private static final String FIRMS =
      """
      select f.*,
      """
          + MachineColumns.ofFirm()
          + "from tenancy.firms f ";

  private final JdbcClient jdbc;

  FirmStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The firm with this code. */
  Optional<Firm> find(String code) {
    return one(jdbc.sql(FIRMS + "where f.code = :key").param("key", code));
  }

  /** The firm with this id. */
  public Optional<Firm> find(long id) {
    return one(jdbc.sql(FIRMS + "where f.id = :key").param("key", id));
  }

  /** The firm with this id, locked until the transaction ends. */
  Optional<Firm> lock(long id) {
    return one(jdbc.sql(FIRMS + "where f.id = :key for no key update of f").param("key", id));
  }

  /** Makes other registrations of the same account wait until this transaction has ended. */
  void lockAccount(String username) {
    jdbc.sql("select id from platform.users where username = :username for no key update")
        .param("username", username)
        .query(Long.class)
        .optional();
  }

  /** Adds a firm; empty where its tax code is taken, and then nothing is changed. */
  Optional<Long> insert(Profile profile, SizeClass sizeClass) {
    Optional<Long> id =
        profile(
                jdbc.sql(
                    """
                    insert into tenancy.firms (code, tax_code, name_vi, name_en, industry, vsic,
                      business_line, size_class, evidence_year, insured_employees, revenue_bn_vnd,
                      capital_bn_vnd, supporting, hightech, green, domestic, displaced,
                      supporting_product, certificate_no, certificate_on, data_status)
                    values ('DN-' || nextval('tenancy.firm_numbers'), :tax, :nameVi, :nameEn,
                      :industry, cast(:vsic as text[]), :line, :size, :year, :employees, :revenue,
                      :capital, :supporting, false, false, :domestic, false, :product,
                      :certificateNo, :certificateOn, 'OFFICIAL')
                    on conflict (tax_code) do nothing
                    returning id"""),
                profile,
                sizeClass)
            .query(Long.class)
            .optional();
    id.ifPresent(firm -> insertMachines(firm, profile.machines()));
    return id;
  }

  /** Lets an account act for a firm. */
  void link(String username, long firm) {
    jdbc.sql("insert into tenancy.firm_people (username, firm_id) values (:username, :firm)")
        .param("username", username)
        .param("firm", firm)
        .update();
  }

  /** Writes a profile over the locked firm's. */
  void update(long id, Profile profile, SizeClass sizeClass) {
    profile(
            jdbc.sql(
                """
                update tenancy.firms
                set tax_code = :tax, name_vi = :nameVi, name_en = :nameEn, industry = :industry,
                  vsic = cast(:vsic as text[]), business_line = :line, size_class = :size,
                  evidence_year = :year, insured_employees = :employees,
                  revenue_bn_vnd = :revenue, capital_bn_vnd = :capital, supporting = :supporting,
                  domestic = :domestic, supporting_product = :product,
                  certificate_no = :certificateNo, certificate_on = :certificateOn,
                  changed_at = now(), lock_version = lock_version + 1
                where id = :id"""),
            profile,
            sizeClass)
        .param("id", id)
        .update();
    jdbc.sql("delete from tenancy.firm_machines where firm_id = :id").param("id", id).update();
    insertMachines(id, profile.machines());
  }

  /** Whether another firm has the tax code. */
  boolean isTaken(TaxCode code, long except) {
    return jdbc.sql(
            "select exists (select from tenancy.firms where tax_code = :code and id <> :id)")
        .param("code", code.value())
        .param("id", except)
        .query(Boolean.class)
        .single();
  }

  /** Writes the class of size as found by the limits now in force. */
  public void setSizeClass(long id, SizeClass sizeClass) {
    jdbc.sql("update tenancy.firms set size_class = :size where id = :id and size_class <> :size")
        .param("size", sizeClass.name())
        .param("id", id)
        .update();
  }

  /** Writes what an officer confirmed. */
  void confirm(long id, Profile.Confirmed confirmed) {
    jdbc.sql(
            """
            update tenancy.firms
            set hightech = :hightech, green = :green, displaced = :displaced where id = :id""")
        .param("hightech", confirmed.hightech())
        .param("green", confirmed.green())
        .param("displaced", confirmed.displaced())
        .param("id", id)
        .update();
  }

  private static StatementSpec profile(StatementSpec sql, Profile profile, SizeClass sizeClass) {
    SizeEvidence evidence = profile.evidence();
    return sql.param("tax", profile.taxCode().value())
        .param("nameVi", profile.nameVi())
        .param("nameEn", profile.nameEn())
        .param("industry", profile.industry().name())
        .param("vsic", profile.vsic().toArray(String[]::new))
        .param("line", profile.businessLine().name())
        .param("size", sizeClass.name())
        .param("year", evidence.year(), Types.INTEGER)
        .param("employees", evidence.insuredEmployees())
        .param("revenue", evidence.revenueBnVnd(), Types.NUMERIC)
        .param("capital", evidence.capitalBnVnd(), Types.NUMERIC)
        .param("supporting", profile.supporting())
        .param("domestic", profile.domestic())
        .param("product", profile.supportingProduct(), Types.VARCHAR)
        .param("certificateNo", profile.certificateNo(), Types.VARCHAR)
        .param("certificateOn", profile.certificateOn(), Types.DATE);
  }

  private void insertMachines(long firm, List<Machine> machines) {
    MachineColumns.write(
        jdbc,
        """
        insert into tenancy.firm_machines
        values (:owner, :no, :name, :weight, :length, :width, :height)""",
        firm,
        machines);
  }

  private static Optional<Firm> one(StatementSpec sql) {
    return sql.query((row, n) -> firm(row)).optional();
  }

  private static Firm firm(ResultSet row) throws SQLException {
    return new Firm(
        row.getLong("id"),
        row.getString("code"),
        row.getString("name_vi"),
        row.getString("name_en"),
        new TaxCode(row.getString("tax_code")),
        Industry.valueOf(row.getString("industry")),
        Arrays.asList((String[]) row.getArray("vsic").getArray()),
        BusinessLine.valueOf(row.getString("business_line")),
        SizeClass.valueOf(row.getString("size_class")),
        evidence(row),
        row.getBoolean("supporting"),
        row.getBoolean("hightech"),
        row.getBoolean("green"),
        row.getBoolean("domestic"),
        row.getBoolean("displaced"),
        row.getString("supporting_product"),
        row.getString("certificate_no"),
        row.getObject("certificate_on", LocalDate.class),
        MachineColumns.read(row),
        row.getString("data_status"),
        row.getInt("lock_version"));
  }

  private static @Nullable SizeEvidence evidence(ResultSet row) throws SQLException {
    Integer employees = row.getObject("insured_employees", Integer.class);
    if (employees == null
        || (row.getBigDecimal("revenue_bn_vnd") == null
            && row.getBigDecimal("capital_bn_vnd") == null)) {
      return null;
    }
    return new SizeEvidence(
        row.getObject("evidence_year", Integer.class),
        employees,
        row.getBigDecimal("revenue_bn_vnd"),
        row.getBigDecimal("capital_bn_vnd"));
  }
}

package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.SizeClass;

/** SQL of what law and lists say on the day: limits of size, beneficiaries, rent cuts, names. */
@Component
public class LawStore {
  private final JdbcClient jdbc;

  LawStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A rent cut by law, a condition and not a promise.
   *
   * @param minCutPct least cut, percent
   * @param months counted from the contract
   */
  public record Incentive(
      String code,
      BigDecimal minCutPct,
      int months,
      String conditionVi,
      String conditionEn,
      String sourceVi,
      String sourceEn) {}

  /** A product of the list of supporting industries. */
  public record SupportingProduct(
      String code, String groupVi, String groupEn, String nameVi, String nameEn) {}

  /** Today in Ho Chi Minh City, by the database's clock. */
  public LocalDate today() {
    return jdbc.sql("select zoning.on_date()").query(LocalDate.class).single();
  }

  /** Limits of size in force. */
  public List<SizeLimit> sizeLimits() {
    return jdbc.sql(
            """
            select business_line, size_class, employees, revenue_bn_vnd, capital_bn_vnd, source_vi,
                   source_en
            from tenancy.size_limits where in_force @> zoning.on_date()
            order by business_line, employees""")
        .query(SizeLimit.class)
        .list();
  }

  /** Rules in force on whom cuts and preferences are for. */
  public List<BeneficiaryRule> beneficiaryRules() {
    return jdbc.sql(
            """
            select * from tenancy.beneficiary_rules where in_force @> zoning.on_date()
            order by purpose, code""")
        .query(
            (row, n) ->
                new BeneficiaryRule(
                    BeneficiaryRule.Purpose.valueOf(row.getString("purpose")),
                    row.getString("code"),
                    row.getObject("zones_established_after", LocalDate.class),
                    Arrays.stream((String[]) row.getArray("size_classes").getArray())
                        .map(SizeClass::valueOf)
                        .collect(Collectors.toSet()),
                    row.getBoolean("private_hightech"),
                    row.getBoolean("supporting"),
                    row.getBoolean("displaced"),
                    row.getString("text_vi"),
                    row.getString("text_en"),
                    row.getString("source_vi"),
                    row.getString("source_en")))
        .list();
  }

  /** Rent cuts in force. */
  List<Incentive> incentives() {
    return jdbc.sql(
            """
            select code, min_cut_pct, months, condition_vi, condition_en, source_vi, source_en
            from space.incentives where in_force @> zoning.on_date() order by code""")
        .query(Incentive.class)
        .list();
  }

  /** The list of supporting products, in its order. */
  List<SupportingProduct> supportingProducts() {
    return jdbc.sql(
            """
            select code, group_vi, group_en, name_vi, name_en
            from tenancy.supporting_products order by position""")
        .query(SupportingProduct.class)
        .list();
  }

  /** A line of business as the list of them has it. */
  record IndustryLine(String code, String nameVi, String nameEn, String vsic) {}

  /** The lines of business, in the order of their list. */
  List<IndustryLine> industries() {
    return jdbc.sql("select code, name_vi, name_en, vsic from space.industries order by position")
        .query(IndustryLine.class)
        .list();
  }

  /** Names of the lines of business. */
  public IndustryNames industryNames() {
    Map<Industry, String> vi = new EnumMap<>(Industry.class);
    Map<Industry, String> en = new EnumMap<>(Industry.class);
    jdbc.sql("select code, name_vi, name_en from space.industries")
        .query(
            row -> {
              Industry industry = Industry.valueOf(row.getString("code"));
              vi.put(industry, row.getString("name_vi"));
              en.put(industry, row.getString("name_en"));
            });
    return new IndustryNames(vi, en);
  }

  /** Hash of the dated rules in force, kept with what was decided by them. */
  public String rulesSha256() {
    return jdbc.sql(
            """
            select encode(sha256(convert_to(string_agg(rule, E'\\n' order by rule), 'UTF8')), 'hex')
            from (
              select to_jsonb(r)::text as rule from tenancy.size_limits r
              where r.in_force @> zoning.on_date()
              union all
              select to_jsonb(r)::text from tenancy.beneficiary_rules r
              where r.in_force @> zoning.on_date()
              union all
              select to_jsonb(r)::text from tenancy.document_rules r
              where r.in_force @> zoning.on_date()
              union all
              select to_jsonb(r)::text from space.incentives r
              where r.in_force @> zoning.on_date()) rules""")
        .query(String.class)
        .single();
  }
}

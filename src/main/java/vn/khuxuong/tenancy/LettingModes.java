package vn.khuxuong.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.khuxuong.platform.web.Language;

/**
 * How a building is let: first come, first served, or by rounds while space in it is scarce, by the
 * dated rules of table {@code tenancy.vacancy_rules}.
 */
@Component
public class LettingModes {
  private final JdbcClient jdbc;

  LettingModes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The mode of a building today.
   *
   * @param building its code
   * @param mode ROUND or FIRST_COME
   * @param vacantPct share of its rentable area that nobody claims, %
   * @param roundUpToPct share up to which rounds decide, %
   * @param nextRound first round from today on
   * @param sourceVi where the rule comes from; likewise in English
   */
  public record Mode(
      String building,
      String mode,
      double vacantPct,
      double roundUpToPct,
      LocalDate nextRound,
      String sourceVi,
      String sourceEn) {

    /**
     * Refuses a firm's own choice of bays while rounds decide.
     *
     * @throws vn.khuxuong.platform.problem.ProblemException {@link ProcessProblem#ROUND_MODE}
     */
    public void refuseRound() {
      if (mode.equals("ROUND")) {
        throw ProcessProblem.ROUND_MODE
            .with(
                "Nhà xưởng "
                    + building
                    + " chỉ còn trống "
                    + vacantPct
                    + " % nên phân bổ theo đợt (từ "
                    + roundUpToPct
                    + " % trở xuống); đợt tới vào ngày "
                    + Language.VI.date(nextRound)
                    + ". Căn cứ: "
                    + sourceVi
                    + ".",
                "Only "
                    + vacantPct
                    + " % of building "
                    + building
                    + " is vacant, so it is let by rounds (up to "
                    + roundUpToPct
                    + " %); the next one is on "
                    + Language.EN.date(nextRound)
                    + ". Source: "
                    + sourceEn
                    + ".")
            .field("floor")
            .remedy(
                "Nộp hồ sơ cho đợt tới, hoặc chọn nhà xưởng khác.",
                "Apply for the next round, or choose another building.")
            .with("building", building)
            .with("nextRound", nextRound.toString())
            .with("vacantPct", vacantPct)
            .with("roundUpToPct", roundUpToPct);
      }
    }
  }

  /** The mode of the building that a floor is in; empty where there is no such floor. */
  public Optional<Mode> ofFloor(long floor) {
    return jdbc.sql(
            """
            select b.code, m.*
            from space.floors f
            join space.buildings b on b.id = f.building_id
            cross join lateral tenancy.letting_mode(b.id) m
            where f.id = :id""")
        .param("id", floor)
        .query((row, n) -> mode(row))
        .optional();
  }

  /** The mode of a building; empty where there is none of this code. */
  public Optional<Mode> ofBuilding(String code) {
    return jdbc.sql(
            """
            select b.code, m.*
            from space.buildings b
            cross join lateral tenancy.letting_mode(b.id) m
            where b.code = :code""")
        .param("code", code)
        .query((row, n) -> mode(row))
        .optional();
  }

  private static Mode mode(ResultSet row) throws SQLException {
    return new Mode(
        row.getString("code"),
        row.getString("mode"),
        row.getDouble("vacant_pct"),
        row.getDouble("round_up_to_pct"),
        row.getObject("next_round", LocalDate.class),
        row.getString("source_vi"),
        row.getString("source_en"));
  }
}

package vn.khuxuong.platform.security;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** SQL of attempts to make an account. */
@Component
class RegistrationStore {
  private final JdbcClient jdbc;

  RegistrationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Attempts of the last hour.
   *
   * @param here from one address or network, {@code all} from everywhere
   */
  record Attempts(int here, int all) {}

  /** Notes an attempt for good, whatever becomes of it, and counts it with the others. */
  @Transactional
  public Attempts note(String address) {
    jdbc.sql("delete from platform.registrations where at < now() - interval '1 hour'").update();
    return jdbc.sql(
            """
            with source as (
              select cast(case when family(cast(:address as inet)) = 6
                then network(set_masklen(cast(:address as inet), 64))
                else cast(:address as inet) end as inet) as of),
            noted as (
              insert into platform.registrations (source) select of from source returning source)
            select 1 + count(*) filter (where r.source = n.source) as here, 1 + count(*) as all
            from noted n left join platform.registrations r on true""")
        .param("address", address.replaceAll("%.*", ""))
        .query(Attempts.class)
        .single();
  }
}

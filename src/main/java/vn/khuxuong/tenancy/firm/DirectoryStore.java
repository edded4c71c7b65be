package vn.khuxuong.tenancy.firm;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the list of firms that officers search, and of the accounts that act for them. */
@Component
class DirectoryStore {
  private final JdbcClient jdbc;

  DirectoryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A firm in the list.
   *
   * @param people accounts that act for it
   * @param open applications that are not answered yet
   */
  record Entry(
      String code,
      String taxCode,
      String nameVi,
      String nameEn,
      String sizeClass,
      int people,
      int open,
      String dataStatus) {}

  /**
   * Firms whose name, code or tax code has the words; those that begin with them first.
   *
   * @param words without accents or with them; empty finds the newest
   */
  List<Entry> search(String words, int most) {
    return jdbc.sql(
            """
            select f.code, f.tax_code, f.name_vi, f.name_en, f.size_class, f.data_status,
              (select count(*) from tenancy.firm_people p where p.firm_id = f.id) as people,
              (select count(*) from tenancy.applications a
               where a.firm_id = f.id and a.status in ('SUBMITTED', 'ELIGIBLE', 'HELD')) as open
            from tenancy.firms f
            where strpos(platform.fold(f.name_vi || ' ' || f.name_en), platform.fold(:words)) > 0
              or strpos(f.tax_code, :words) > 0 or f.code = upper(:words)
            order by f.tax_code = :words desc, f.code = upper(:words) desc,
              strpos(platform.fold(f.name_vi), platform.fold(:words)), f.id desc
            limit :most""")
        .param("words", words)
        .param("most", most)
        .query(Entry.class)
        .list();
  }

  /** Locks the account of a firm's person until the transaction ends; false where there is none. */
  boolean lockFirmsPerson(String username) {
    return jdbc.sql(
            """
            select u.id from platform.users u
            where u.username = :username and exists (
              select from platform.user_roles r where r.user_id = u.id and r.role = 'FIRM')
            for no key update of u""")
        .param("username", username)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  List<Long> firmsOf(String username) {
    return jdbc.sql("select firm_id from tenancy.firm_people where username = :username")
        .param("username", username)
        .query(Long.class)
        .list();
  }

  void link(String username, long firm) {
    jdbc.sql("insert into tenancy.firm_people (username, firm_id) values (:username, :firm)")
        .param("username", username)
        .param("firm", firm)
        .update();
  }

  List<String> people(long firm) {
    return jdbc.sql(
            "select username from tenancy.firm_people where firm_id = :firm order by username")
        .param("firm", firm)
        .query(String.class)
        .list();
  }
}

package vn.khuxuong.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.platform.database.Published;

/** What the public's role sees, and that it sees nothing else. */
@KhuxuongTest
class PublishedViewsIT {
  @Autowired private JdbcClient owner;

  @Autowired @Published private JdbcClient published;

  @ParameterizedTest
  @CsvSource({
    "zones, MultiPolygon, 6",
    "subzones, Polygon, 70",
    "plots, Polygon, 200",
    "buildings, Polygon, 16",
    "floors, Polygon, 94",
    "bays, Polygon, 714",
    "vacancies, MultiPolygon, 100"
  })
  void everyViewHasUniqueIdsAndTypedShapes(String view, String type, long least) {
    assertThat(
            published
                .sql(
                    """
                    select count(*) from published.%s
                    where st_srid(geom) = 4326 and st_srid(geom_3857) = 3857
                      and geometrytype(geom) = upper('%s') and st_isvalid(geom)\
                    """
                        .formatted(view, type))
                .query(Long.class)
                .single())
        .isGreaterThanOrEqualTo(least)
        .isEqualTo(
            published
                .sql("select count(distinct id) from published." + view)
                .query(Long.class)
                .single());
    assertThat(
            owner
                .sql(
                    """
                    select string_agg(format_type(atttypid, atttypmod), ', ' order by attname)
                    from pg_attribute
                    where attrelid = cast(:view as regclass) and attname in ('geom', 'geom_3857')\
                    """)
                .param("view", "published." + view)
                .query(String.class)
                .single())
        .isEqualTo("geometry(%s,4326), geometry(%s,3857)".formatted(type, type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from tenancy.firms",
        "select * from tenancy.applications",
        "select * from tenancy.leases",
        "select * from space.occupancies",
        "select * from space.bay_states",
        "select * from zoning.plans",
        "select * from platform.users",
        "select * from platform.audit",
        "select * from derived.bays",
        "select * from derived.buildings",
        "select * from derived.touched",
        "select * from platform.data_changes",
        "select space.peak_power(1, '[2026-01-01,2027-01-01)')",
        "create table published.mine (id int)"
      })
  void publicRoleIsRefusedEverythingElse(String sql) {
    assertThatThrownBy(() -> published.sql(sql).query().listOfRows())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void noPublishedColumnCouldHoldATenantsName() {
    assertThat(
            owner
                .sql(
                    """
                    select table_name || '.' || column_name from information_schema.columns
                    where table_schema = 'published'
                      and (column_name ~ 'firm|tenant|tax|contract')\
                    """)
                .query(String.class)
                .list())
        .isEmpty();
    String everything =
        owner
            .sql("select string_agg(b::text, ' ') from published.bays b")
            .query(String.class)
            .single();
    assertThat(everything).doesNotContain("Minh Họa").doesNotContain("Illustrative");
  }

  @Test
  void tablesAndColumnsThatNeedWordsHaveThem() {
    assertThat(
            owner
                .sql(
                    """
                    select n.nspname || '.' || c.relname
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname in ('zoning', 'space', 'tenancy', 'published', 'derived')
                      and c.relkind in ('r', 'v') and obj_description(c.oid) is null
                    order by 1\
                    """)
                .query(String.class)
                .list())
        .containsExactly();
  }

  @Test
  void everyStoredShapeHasASpatialIndexAndAnSrid() {
    assertThat(
            owner
                .sql(
                    """
                    select c.oid::regclass || '.' || a.attname
                    from pg_attribute a
                    join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
                    join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname in ('zoning', 'space', 'tenancy', 'derived')
                      and a.atttypid = 'geometry'::regtype
                      and (format_type(a.atttypid, a.atttypmod) !~ ',(4326|3857)[)]'
                        or not exists (
                          select from pg_index i
                          join pg_class x on x.oid = i.indexrelid
                          join pg_am m on m.oid = x.relam and m.amname = 'gist'
                          where i.indrelid = c.oid and a.attnum = any (i.indkey)))\
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }
}

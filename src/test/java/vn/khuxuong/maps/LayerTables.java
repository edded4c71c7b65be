package vn.khuxuong.maps;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.maps.layer.Layer;

/** Makes the views of a layer slow or long for a while, and puts them back. */
public final class LayerTables {
  private final DataSource owner;
  private final JdbcClient jdbc;

  public LayerTables(DataSource owner) {
    this.owner = owner;
    this.jdbc = JdbcClient.create(owner);
  }

  /** Something to be put back. */
  public interface Change extends AutoCloseable {
    @Override
    void close() throws SQLException;
  }

  /** Lets every statement that reads the layer wait. */
  public Change locked(Layer layer) throws SQLException {
    String table =
        jdbc.sql(
                """
                select distinct quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                from pg_depend d
                join pg_rewrite r on r.oid = d.objid
                join pg_class c on c.oid = d.refobjid and c.relkind = 'r'
                join pg_namespace n on n.oid = c.relnamespace
                where r.ev_class = cast(:view as regclass) and c.relname like '%' || :name || '%'
                order by 1 limit 1
                """)
            .param("view", layer.relation(true))
            .param("name", layer.id())
            .query(String.class)
            .single();
    Connection connection = owner.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table " + table + " in access exclusive mode");
    }
    return () -> {
      connection.rollback();
      connection.setAutoCommit(true);
      connection.close();
    };
  }

  /** Repeats every feature of the layer of today so many times, with numbers of their own. */
  public Change repeated(Layer layer, int times) {
    String view = layer.relation(true);
    String definition =
        jdbc.sql("select pg_get_viewdef(cast(:view as regclass))")
            .param("view", view)
            .query(String.class)
            .single()
            .replaceFirst(";\\s*$", "");
    List<String> columns =
        jdbc.sql(
                """
                select case attname when 'id' then
                         '(v.id + 1000000 * g)::' || format_type(atttypid, atttypmod) || ' as id'
                       else 'v.' || quote_ident(attname) end
                from pg_attribute where attrelid = cast(:view as regclass) and attnum > 0
                order by attnum
                """)
            .param("view", view)
            .query(String.class)
            .list();
    jdbc.sql(
            "create or replace view %s as select %s from (%s) v, generate_series(1, %d) g"
                .formatted(
                    view, columns.stream().collect(Collectors.joining(", ")), definition, times))
        .update();
    tellOfChange();
    return () -> {
      jdbc.sql("create or replace view " + view + " as " + definition).update();
      tellOfChange();
    };
  }

  /** Nothing that was counted before counts on; the service asks five times a second. */
  private void tellOfChange() {
    jdbc.sql(
            """
            with moved as (
              update platform.data_revision set revision = revision + 1,
                changed_at = clock_timestamp()
              returning revision, changed_at)
            insert into platform.data_changes (revision, layers, at)
            select revision, null, changed_at from moved
            """)
        .update();
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Processes of the database that read the layer now. */
  public List<Integer> reading(Layer layer) {
    return jdbc.sql(
            """
            select pid from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
              and state in ('active', 'idle in transaction') and query like '%' || :view || '%'
            """)
        .param("view", layer.relation(true))
        .query(Integer.class)
        .list();
  }

  /** Waits until somebody, or nobody, reads the layer; the seconds that took. */
  public double await(Layer layer, boolean somebody) throws InterruptedException {
    long start = System.nanoTime();
    while (reading(layer).isEmpty() == somebody) {
      if (System.nanoTime() - start > 10_000_000_000L) {
        throw new AssertionError((somebody ? "nobody" : "somebody") + " reads " + layer.id());
      }
      Thread.sleep(20);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Ends the processes that read the layer, as a restart of the database would. */
  public void terminate(Layer layer) {
    for (int pid : reading(layer)) {
      jdbc.sql("select pg_terminate_backend(:pid)").param("pid", pid).query().singleRow();
    }
  }
}

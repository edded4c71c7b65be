package vn.khuxuong.tenancy;

import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.platform.problem.ProblemException;

/** SQL of the names that clients give their requests; they stand with what the requests made. */
@Component
public class RequestStore {
  private final JdbcClient jdbc;

  RequestStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Tables of what requests make; have columns id, made_by, request_key and request_sha256. */
  public enum Made {
    HOLDS("tenancy.holds"),
    OFFERS("tenancy.offers");

    private final String table;

    Made(String table) {
      this.table = table;
    }
  }

  /** Makes others that ask by this name wait until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeTurns(Made made, String name) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
        .param("name", made.table + " " + name)
        .query()
        .singleRow();
  }

  /**
   * What the same request has made before; empty where it never arrived or has no name. The same
   * request that comes meanwhile waits until the transaction ends.
   *
   * @throws ProblemException {@link ProcessProblem#KEY_REUSED} where that one asked for another
   *     thing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Long> findEarlier(Made made, String username, @Nullable RequestKey key) {
    if (key == null) {
      return Optional.empty();
    }
    takeTurns(made, username + " " + key.name());
    Optional<Written> written =
        jdbc.sql(
                """
                select id, request_sha256 from %s
                where made_by = :username and request_key = :key"""
                    .formatted(made.table))
            .param("username", username)
            .param("key", key.name())
            .query((row, n) -> new Written(row.getLong("id"), row.getString("request_sha256")))
            .optional();
    written.ifPresent(earlier -> key.refuseOther(earlier.sha256()));
    return written.map(Written::id);
  }

  /** Gives an insert its parameters {@code :key} and {@code :sha256}. */
  public static StatementSpec bind(StatementSpec insert, @Nullable RequestKey key) {
    return insert
        .param("key", key == null ? null : key.name(), Types.OTHER)
        .param("sha256", key == null ? null : key.sha256(), Types.VARCHAR);
  }

  private record Written(long id, String sha256) {}
}

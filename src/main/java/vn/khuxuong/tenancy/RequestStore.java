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

  /** Tables of what requests make; have columns id, request_key and request_sha256. */
  public enum Made {
    APPLICATIONS("tenancy.applications", "created_by"),
    HOLDS("tenancy.holds", "made_by"),
    LEASE_REQUESTS("tenancy.lease_requests", "made_by"),
    OFFERS("tenancy.offers", "made_by"),
    SUPPORT_NEEDS("tenancy.support_needs", "made_by");

    private final String table;
    private final String author;

    Made(String table, String author) {
      this.table = table;
      this.author = author;
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
                where %s = :username and request_key = :key"""
                    .formatted(made.table, made.author))
            .param("username", username)
            .param("key", key.name())
            .query((row, n) -> new Written(row.getLong("id"), row.getString("request_sha256")))
            .optional();
    // of an application from before hashes were kept nothing is known
    written.map(Written::sha256).ifPresent(key::refuseOther);
    return written.map(Written::id);
  }

  /** Gives an insert its parameters {@code :key} and {@code :sha256}. */
  public static StatementSpec bind(StatementSpec insert, @Nullable RequestKey key) {
    return insert
        .param("key", key == null ? null : key.name(), Types.OTHER)
        .param("sha256", key == null ? null : key.sha256(), Types.VARCHAR);
  }

  private record Written(long id, @Nullable String sha256) {}
}

package vn.khuxuong.maps.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import vn.khuxuong.maps.filter.Filters;
import vn.khuxuong.maps.layer.Edition;
import vn.khuxuong.maps.layer.Editions;
import vn.khuxuong.maps.layer.LayerDatabase;

/**
 * Reads features row by row through a cursor of the database, so that an answer of a million of
 * them needs no more memory than one of a hundred. Nothing is made of a row here but what its
 * reader makes.
 */
@Component
public class Features {

  /** What fits more features than this is not counted to the end unasked. */
  public static final long MOST_COUNTED = 50_000;

  private static final int FIRST_FETCH = 100;
  private static final int LARGEST_FETCH = 2_000;
  private static final int FETCH_BYTES = 1 << 20;

  private final LayerDatabase database;
  private final Editions editions;
  private final Map<DataSource, Reading> readings = new ConcurrentHashMap<>();
  private final Cache<CountKey, Long> counts = Caffeine.newBuilder().maximumSize(10_000).build();

  Features(LayerDatabase database, Editions editions) {
    this.database = database;
    this.editions = editions;
  }

  /** Takes one feature after another. */
  public interface RowReader {
    void read(FeatureRow row) throws SQLException, IOException;
  }

  /** What Spring needs to read from one source. */
  private record Reading(TransactionTemplate transaction, NamedParameterJdbcTemplate jdbc) {

    static Reading from(DataSource source) {
      TransactionTemplate transaction = new TransactionTemplate(new ReadingTransactions(source));
      transaction.setReadOnly(true);
      JdbcTemplate template = new JdbcTemplate(source);
      template.setFetchSize(FIRST_FETCH);
      return new Reading(transaction, new NamedParameterJdbcTemplate(template));
    }
  }

  /** Nothing was changed, so nothing is lost when a connection is too broken to roll back. */
  private static final class ReadingTransactions extends DataSourceTransactionManager {
    private static final long serialVersionUID = 1L;

    ReadingTransactions(DataSource source) {
      super(source);
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
      try {
        super.doRollback(status);
      } catch (TransactionException | DataAccessException e) {
        logger.debug("A reading transaction could not be rolled back", e);
      }
    }
  }

  private record CountKey(
      String layer,
      String catalogue,
      long revision,
      @Nullable LocalDate day,
      @Nullable LocalDate on,
      @Nullable OffsetDateTime asOf,
      String filter) {}

  /**
   * Reads the features of a query in their order, all in one snapshot.
   *
   * @return where to go on, if there are more features than the query's limit
   * @throws UncheckedIOException what the reader threw; nothing more is read from the database then
   */
  public Optional<Cursor> read(FeatureQuery query, RowReader reader) {
    FeatureSql sql = new FeatureSql(query);
    String rows = sql.rows();
    return Objects.requireNonNull(
        inTransaction(
            query,
            jdbc ->
                jdbc.query(
                    rows,
                    sql.values(),
                    (ResultSetExtractor<Optional<Cursor>>) found -> each(query, found, reader))));
  }

  private static Optional<Cursor> each(FeatureQuery query, ResultSet found, RowReader reader)
      throws SQLException {
    FeatureRow row = new FeatureRow(query, found);
    long shapeBytes = 0;
    long n = 0;
    Cursor last = null;
    try {
      while (found.next()) {
        if (n == query.limit()) {
          return Optional.ofNullable(last);
        }
        n++;
        reader.read(row);
        if (n == query.limit()) {
          last = row.cursor();
        }
        if (n <= FIRST_FETCH) {
          byte[] shape = row.shape();
          shapeBytes += shape == null ? 0 : shape.length;
          if (n == FIRST_FETCH) {
            // large shapes come few at a time, small ones many
            long each = shapeBytes / FIRST_FETCH + 50L * query.fields().size() + 1;
            found.setFetchSize((int) Math.max(10, Math.min(LARGEST_FETCH, FETCH_BYTES / each)));
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many features fit, however many; the limit and the start do not matter. */
  public long count(FeatureQuery query) {
    return counted(query, FeatureQuery.NO_LIMIT).orElseThrow();
  }

  /**
   * How many features fit, where that is soon told: all of the layer, or at most {@link
   * #MOST_COUNTED}. What happens to be known beyond is not told, or equal questions would not get
   * equal answers.
   */
  public OptionalLong countIfFew(FeatureQuery query) {
    boolean all = query.filter().equals(Filters.ALL);
    return counted(query, all ? FeatureQuery.NO_LIMIT : MOST_COUNTED + 1);
  }

  private OptionalLong counted(FeatureQuery query, long most) {
    Edition edition = query.isPresent() ? editions.of(List.of(query.layer())) : editions.current();
    CountKey key =
        new CountKey(
            query.layer().id(),
            edition.catalogue(),
            edition.revision(),
            edition.day(),
            query.on(),
            query.asOf(),
            query.filter().canonical());
    Long known = counts.getIfPresent(key);
    if (known != null && known >= most) {
      return OptionalLong.empty();
    }
    if (known == null) {
      FeatureSql sql = new FeatureSql(query);
      String statement = sql.count(most);
      known =
          inTransaction(query, jdbc -> jdbc.queryForObject(statement, sql.values(), Long.class));
      if (known == null || known >= most) {
        return OptionalLong.empty();
      }
      counts.put(key, known);
    }
    return OptionalLong.of(known);
  }

  private <T> @Nullable T inTransaction(
      FeatureQuery query, Function<NamedParameterJdbcTemplate, @Nullable T> work) {
    Reading reading = readings.computeIfAbsent(database.source(query.layer()), Reading::from);
    return reading.transaction.execute(
        status -> {
          if (!query.isPresent()) {
            // settings that end with the transaction tell the view which day and whose knowledge
            set(reading.jdbc, "khu.on", query.on());
            set(reading.jdbc, "khu.as_of", query.asOf());
          }
          return work.apply(reading.jdbc);
        });
  }

  private static void set(NamedParameterJdbcTemplate jdbc, String name, @Nullable Object value) {
    String text = value == null ? "" : value.toString();
    jdbc.queryForObject(
        "select set_config(:name, :value, true)",
        Map.of("name", name, "value", text),
        String.class);
  }
}

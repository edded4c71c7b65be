package vn.khuxuong.maps.feature;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerDatabase;

/** Fetches features as the GeoJSON text the database writes; nothing is built per feature here. */
@Component
class ItemStore {

  private static final byte[] NOTHING = {};

  private final LayerDatabase database;

  ItemStore(LayerDatabase database) {
    this.database = database;
  }

  /**
   * One page of features.
   *
   * @param features GeoJSON features with commas between, UTF-8; empty when there are none
   * @param returned how many they are
   * @param matched how many features fit the question on all pages together
   * @param next where the next page begins, null on the last one
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
  record Page(byte[] features, int returned, long matched, @Nullable Cursor next) {}

  /** The page of features that a question asks for, in the order of their keys. */
  Page page(ItemsQuery query, boolean withGeometry) {
    if (query.on() == null && query.asOf() == null) {
      return read(query, withGeometry);
    }
    // settings that end with the transaction tell the view which day and whose knowledge
    TransactionTemplate reading =
        new TransactionTemplate(new DataSourceTransactionManager(database.source(query.layer())));
    reading.setReadOnly(true);
    return Objects.requireNonNull(
        reading.execute(
            status -> {
              set(query.layer(), "khu.on", query.on());
              set(query.layer(), "khu.as_of", query.asOf());
              return read(query, withGeometry);
            }));
  }

  private void set(Layer layer, String name, @Nullable Object value) {
    database
        .client(layer)
        .sql("select set_config(:name, :value, true)")
        .param("name", name)
        .param("value", value == null ? "" : value.toString())
        .query(String.class)
        .single();
  }

  private Page read(ItemsQuery query, boolean withGeometry) {
    FeatureSql sql = new FeatureSql(query.layer());
    String condition = sql.condition(query);
    // One feature more than wanted tells whether there is a next page. A first page that is not
    // full has been counted already; only otherwise does the inner select run.
    String statement =
        """
        select string_agg(feature, ',' order by n) filter (where n <= :limit) as features,
               least(count(*), :limit) as returned,
               max(key) filter (where n = :limit) as last_key,
               count(*) > :limit as more,
               case when :counted and count(*) <= :limit then count(*)
                    else (select count(*) from %1$s where %2$s) end as matched
        from (select row_number() over (order by %3$s) as n, %3$s::text as key, %4$s as feature
              from (select * from %1$s where %2$s and %5$s order by %3$s limit :limit + 1) page) rows
        """
            .formatted(
                sql.view(),
                condition,
                sql.key(),
                sql.feature(query.crs(), withGeometry),
                sql.after(query));
    return database
        .client(query.layer())
        .sql(statement)
        .params(sql.values())
        .param("limit", query.limit())
        .param("counted", query.after() == null)
        .query(
            (row, n) -> {
              // bytes of a text column are its UTF-8 as it came: no decoding, no encoding
              byte[] features = row.getBytes("features");
              return new Page(
                  features == null ? NOTHING : features,
                  row.getInt("returned"),
                  row.getLong("matched"),
                  row.getBoolean("more") ? new Cursor(row.getString("last_key")) : null);
            })
        .single();
  }

  /**
   * One feature as GeoJSON text in UTF-8; empty if there is none of that key.
   *
   * @param id the key as text
   */
  Optional<byte[]> feature(Layer layer, String id, Crs crs) {
    boolean number = layer.keyType() == FieldType.INTEGER;
    if (number && !Cursor.isWhole(id)) {
      return Optional.empty();
    }
    FeatureSql sql = new FeatureSql(layer);
    String statement =
        "select %s as feature from %s where %s = :id"
            .formatted(sql.feature(crs, true), sql.view(), sql.key());
    return database
        .client(layer)
        .sql(statement)
        .param("id", number ? (Object) Long.valueOf(id) : id)
        .query((row, n) -> row.getBytes("feature"))
        .optional();
  }
}

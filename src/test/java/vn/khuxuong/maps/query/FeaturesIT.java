package vn.khuxuong.maps.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.filter.FilterReader;
import vn.khuxuong.maps.filter.FilterSql;
import vn.khuxuong.maps.filter.Filters;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerDatabase;
import vn.khuxuong.maps.query.FeatureQuery.Start;

@KhuxuongTest
class FeaturesIT {

  private static final Map<String, FieldType> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("word", FieldType.STRING);
    COLUMNS.put("part", FieldType.NUMBER);
    COLUMNS.put("day", FieldType.DATE);
    COLUMNS.put("odd", FieldType.BOOLEAN);
  }

  /** 60 by 50 squares of 30 m, ten metres apart, around 106.5, 10.5. */
  private static final String ROWS =
      """
      select i as id, case when i % 7 > 0 then chr(97 + i % 7) || 'Đ' end as word,
             case when i % 5 > 0 then (i % 11) / 3.0::float8 end as part,
             case when i % 3 > 0 then date '2025-01-01' + i % 13 end as day, i % 2 = 1 as odd,
             st_makeenvelope(106.5 + i % 60 * 0.0004, 10.5 + i / 60 * 0.0004,
                             106.5003 + i % 60 * 0.0004, 10.5003 + i / 60 * 0.0004, 4326) as geom
      from generate_series(1, 3000) i
      """;

  @Autowired private Features features;
  @Autowired private LayerDatabase database;
  @Autowired private JdbcClient owner;

  private TestRows rows;
  private Layer layer;

  @BeforeEach
  void make() {
    rows = new TestRows(owner, "feature_rows", ROWS, COLUMNS);
    layer = rows.layer();
  }

  @AfterEach
  void drop() {
    rows.close();
  }

  private List<String> keys(FeatureQuery query) {
    List<String> keys = new ArrayList<>();
    features.read(query, row -> keys.add(row.keyText()));
    return keys;
  }

  private static FeatureQuery sorted(Layer layer, List<SortKey> sort) {
    FeatureQuery all = FeatureQuery.all(layer);
    return new FeatureQuery(
        layer, all.filter(), null, null, sort, all.fields(), false, all.crs(), all.start(), 100);
  }

  private static final List<List<SortKey>> ORDERS =
      List.of(
          List.of(),
          List.of(new SortKey("word", FieldType.STRING, false)),
          List.of(
              new SortKey("word", FieldType.STRING, true),
              new SortKey("part", FieldType.NUMBER, false)),
          List.of(
              new SortKey("odd", FieldType.BOOLEAN, true),
              new SortKey("day", FieldType.DATE, true),
              new SortKey("part", FieldType.NUMBER, true)),
          List.of(new SortKey("id", FieldType.INTEGER, true)));

  @Test
  void pagesOfEveryOrderJoinWithoutGapOrRepetition() {
    for (List<SortKey> order : ORDERS) {
      FeatureQuery query = sorted(layer, order);
      List<String> whole = keys(query.with(new Start.First(), FeatureQuery.NO_LIMIT));
      List<String> paged = new ArrayList<>();
      Optional<Cursor> next = features.read(query, row -> paged.add(row.keyText()));
      while (next.isPresent()) {
        Cursor parsed = Cursor.parse(next.get().text(order), layer, order).orElseThrow();
        next =
            features.read(
                query.with(new Start.After(parsed), 100), row -> paged.add(row.keyText()));
      }
      assertThat(paged).as(order.toString()).isEqualTo(whole);
      assertThat(new HashSet<>(paged)).hasSize(3000);
    }
  }

  @Test
  void whatComesOrGoesBetweenPagesDisturbsNoOtherFeature() {
    for (List<SortKey> order : ORDERS) {
      FeatureQuery query = sorted(layer, order);
      List<String> paged = new ArrayList<>();
      Optional<Cursor> next = features.read(query, row -> paged.add(row.keyText()));
      int change = 0;
      while (next.isPresent()) {
        // the last feature seen goes, others come before and behind
        rows.change("delete from {rows} where id = " + paged.get(paged.size() - 1));
        rows.change(
            "insert into {rows} select id + 100000 + "
                + 1000 * change++
                + ", word, part, day, odd, geom from {rows} where id % 997 = 1 and id < 3000");
        Start after = new Start.After(next.get());
        next = features.read(query.with(after, 100), row -> paged.add(row.keyText()));
      }
      List<String> untouched = paged.stream().filter(key -> key.length() < 5).toList();
      assertThat(untouched).as(order.toString()).doesNotHaveDuplicates().hasSize(3000);
      rows.close();
      make();
    }
  }

  @Test
  void boxesFindWhatIntersectionFindsWhateverTheirSystem() {
    java.util.Random random = new java.util.Random(7);
    int found = 0;
    for (int i = 0; i < 60; i++) {
      double x = 106.498 + random.nextDouble() * 0.028;
      double y = 10.498 + random.nextDouble() * 0.024;
      double width = i % 10 == 0 ? 0 : random.nextDouble() * 0.01;
      BBox degrees = new BBox(Crs.CRS84, x, y, x + width, y + random.nextDouble() * 0.01);
      Crs crs = List.of(Crs.CRS84, Crs.EPSG_3857, Crs.EPSG_9210, Crs.EPSG_4756).get(i % 4);
      BBox box = degrees.transform(crs);
      List<String> expected = plainly(box);
      assertThat(keys(FeatureQuery.all(layer).with(Filters.touching(List.of(box)))))
          .as(box.toString())
          .isEqualTo(expected);
      found += expected.size();
    }
    assertThat(found).isGreaterThan(1000);
  }

  /** By PostGIS alone, with edges followed in many steps. */
  private List<String> plainly(BBox box) {
    String area =
        box.width() == 0
            ? "st_makeline(st_point(%1$s, %2$s), st_point(%3$s, %4$s))"
            : "st_makeenvelope(%1$s, %2$s, %3$s, %4$s)";
    String outline = area.formatted(box.minX(), box.minY(), box.maxX(), box.maxY());
    double step = box.crs().isGeographic() ? 1e-4 : 10;
    return owner
        .sql(
            "select id::text from published.feature_rows where st_intersects(geom, st_transform("
                + "st_segmentize(st_setsrid(%s, %d), %s), 4326)) order by feature_rows.id"
                    .formatted(outline, box.crs().srid(), step))
        .query(String.class)
        .list();
  }

  @Test
  void aBoxUsesTheIndex() {
    Map<String, Object> params = new java.util.HashMap<>();
    BBox box = new BBox(Crs.EPSG_9210, 582000, 1161000, 582100, 1161100);
    String where = FilterSql.where(Filters.touching(List.of(box)), layer, params, "f");
    List<String> plan =
        database
            .client(layer)
            .sql("explain select id from " + layer.relation(true) + " where " + where)
            .params(params)
            .query(String.class)
            .list();
    assertThat(String.join("\n", plan)).contains("feature_rows_geom_idx");
  }

  @Test
  void countsToTheEndWhenAskedAndKeepsWhatItCounted() {
    FeatureQuery odd = FeatureQuery.all(layer).with(FilterReader.cql2Text("odd = TRUE", layer));
    assertThat(features.count(odd)).isEqualTo(1500);
    assertThat(features.countIfFew(odd)).hasValue(1500);
    assertThat(features.countIfFew(FeatureQuery.all(layer))).hasValue(3000);
  }

  @Test
  void valuesComeInTheirTypesOrAsNull() {
    List<Object> values = new ArrayList<>();
    FeatureQuery query =
        FeatureQuery.all(layer).with(FilterReader.cql2Text("id IN (1, 105)", layer));
    features.read(
        query,
        row -> {
          for (int i = 0; i < 4; i++) {
            values.add(row.value(i));
          }
        });
    assertThat(values).containsExactly("bĐ", 1 / 3.0, "2025-01-02", true, null, null, null, true);
  }

  @Test
  void aReaderThatBreaksOffEndsTheQuery() {
    AtomicInteger read = new AtomicInteger();
    assertThatThrownBy(
            () ->
                features.read(
                    FeatureQuery.all(layer),
                    row -> {
                      if (read.incrementAndGet() == 150) {
                        throw new IOException("gone");
                      }
                    }))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("gone");
    assertThat(read).hasValue(150);
    long busy =
        owner
            .sql(
                "select count(*) from pg_stat_activity where state <> 'idle'"
                    + " and query like '%feature_rows%' and pid <> pg_backend_pid()")
            .query(Long.class)
            .single();
    assertThat(busy).isZero();
  }
}

package vn.khuxuong.maps.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.platform.database.DataRevision;

/** An edit begins a new edition where it is, and nowhere else. */
@KhuxuongTest
class EditionsIT {
  @Autowired private Editions editions;
  @Autowired private LayerCatalogue catalogue;
  @Autowired private LayerExtents extents;
  @Autowired private DataRevision revision;
  @Autowired private JdbcClient jdbc;

  @Test
  void rawWriteTouchesItsPlaceAndLayersOnly() throws InterruptedException {
    BBox here = boxOf("buildings", "code = 'TT-A'");
    BBox there = boxOf("zones", "code = 'PVH'");
    List<Layer> bays = List.of(catalogue.get("bays"), catalogue.get("vacancies"));
    List<Layer> zones = List.of(catalogue.get("zones"));
    List<Layer> plan = List.of(catalogue.get("subzones"), catalogue.get("plots"));
    settle();
    Edition baysHere = editions.of(bays, here);
    Edition baysThere = editions.of(bays, there);
    Edition zonesHere = editions.of(zones, here);
    Edition zonesThere = editions.of(zones, there);
    Edition planHere = editions.of(plan, here);
    Edition planAnywhere = editions.of(plan, null);

    jdbc.sql("update space.buildings set changed_at = now() where code = 'TT-A'").update();
    settle();

    assertThat(editions.of(bays, here).revision()).isGreaterThan(baysHere.revision());
    assertThat(editions.of(bays, here).changedAt()).isAfter(baysHere.changedAt());
    assertThat(editions.of(zones, here).revision()).isGreaterThan(zonesHere.revision());
    assertThat(editions.of(bays, there)).isEqualTo(baysThere);
    assertThat(editions.of(zones, there)).isEqualTo(zonesThere);
    assertThat(editions.of(plan, here)).isEqualTo(planHere);
    assertThat(editions.of(plan, null)).isEqualTo(planAnywhere);
    assertThat(editions.current().revision()).isEqualTo(editions.of(bays, here).revision());
  }

  @Test
  void boxMayBeInAnyCrs() throws InterruptedException {
    BBox here = boxOf("buildings", "code = 'TT-A'");
    List<Layer> bays = List.of(catalogue.get("bays"));
    jdbc.sql("update space.buildings set changed_at = now() where code = 'TT-A'").update();
    settle();
    Edition expected = editions.of(bays, here);
    assertThat(editions.of(bays, here.transform(Crs.EPSG_3857))).isEqualTo(expected);
    assertThat(editions.of(bays, here.transform(Crs.EPSG_9210))).isEqualTo(expected);
  }

  @Test
  void anotherDayBeginsNewEditionsOnlyWhereItChangesSomething() throws InterruptedException {
    String day =
        jdbc.sql("select min(next_change)::text from derived.buildings")
            .query(String.class)
            .single();
    String building =
        jdbc.sql(
                "select code from derived.buildings where next_change = cast(:day as date) limit 1")
            .param("day", day)
            .query(String.class)
            .single();
    BBox here = boxOf("buildings", "code = '" + building + "'");
    BBox noBays = boxOf("zones", "code = 'PVH'");
    List<Layer> bays = List.of(catalogue.get("bays"), catalogue.get("vacancies"));
    List<Layer> plots = List.of(catalogue.get("plots"));
    settle();
    Edition baysHere = editions.of(bays, here);
    Edition baysNowhere = editions.of(bays, noBays);
    Edition zoneThere = editions.of(List.of(catalogue.get("zones")), noBays);
    Edition allPlots = editions.of(plots, null);
    Edition everything = editions.current();
    try {
      begin(day);
      assertThat(editions.of(bays, here).revision()).isGreaterThan(baysHere.revision());
      assertThat(editions.current().revision()).isGreaterThan(everything.revision());
      assertThat(editions.of(bays, noBays)).isEqualTo(baysNowhere);
      assertThat(editions.of(List.of(catalogue.get("zones")), noBays)).isEqualTo(zoneThere);
      assertThat(editions.of(plots, null)).isEqualTo(allPlots);
    } finally {
      begin(null);
    }
    assertThat(editions.of(plots, null)).isEqualTo(allPlots);
  }

  /** Has the copies answer for a day; null for the real one. */
  private void begin(@Nullable String day) throws InterruptedException {
    int due = 1;
    while (due > 0) {
      due =
          jdbc.sql(
                  """
                  select derived.refresh_due(
                    coalesce(cast(:day as date), (now() at time zone 'Asia/Ho_Chi_Minh')::date), 500)\
                  """)
              .param("day", day)
              .query(Integer.class)
              .single();
    }
    settle();
  }

  @Test
  void whatWasRolledBackIsNoChange() throws InterruptedException {
    settle();
    Edition before = editions.current();
    jdbc.sql(
            """
            do $$ begin
              update space.buildings set changed_at = now() where code = 'TT-A';
              raise exception 'no';
            exception when others then null;
            end $$\
            """)
        .update();
    settle();
    assertThat(editions.current()).isEqualTo(before);
  }

  @Test
  void bumpTouchesEverything() throws InterruptedException {
    List<Layer> plots = List.of(catalogue.get("plots"));
    BBox there = boxOf("zones", "code = 'PVH'");
    settle();
    Edition before = editions.of(plots, there);
    revision.bump();
    assertThat(editions.of(plots, there).revision()).isGreaterThan(before.revision());
    assertThat(editions.of(plots, there).etag("x")).isNotEqualTo(before.etag("x")).startsWith("\"");
  }

  @Test
  void layerWithoutACopyIsTouchedByEveryChange() throws InterruptedException {
    Layer plots = catalogue.get("plots");
    Layer live =
        new Layer(
            plots.id(),
            plots.title(),
            plots.description(),
            plots.view(),
            null,
            plots.key(),
            plots.geometry(),
            plots.fields(),
            plots.zoom(),
            plots.scale(),
            plots.style(),
            plots.label(),
            plots.time(),
            plots.floor(),
            plots.order(),
            plots.roles(),
            plots.editable(),
            plots.dataStatus(),
            plots.licence(),
            plots.attribution());
    jdbc.sql("update space.buildings set changed_at = now() where code = 'TT-A'").update();
    settle();
    assertThat(editions.of(List.of(live), null)).isEqualTo(editions.current());
    assertThat(editions.of(List.of(plots), null).revision())
        .isLessThan(editions.current().revision());
  }

  @Test
  void extentFollowsAChangeAtItsBorder() throws InterruptedException {
    Layer plots = catalogue.get("plots");
    BBox before = extents.of(plots).box().orElseThrow();
    jdbc.sql(
            """
            insert into zoning.plots (zone_id, code, land_use, status, area_m2, data_status, geom)
            select id, 'FAR-1', 'INDUSTRY', 'FREE', 0, 'ILLUSTRATIVE',
              st_makeenvelope(107.5, 10.5, 107.501, 10.501, 4326)
            from zoning.zones where code = 'TT'\
            """)
        .update();
    try {
      settle();
      assertThat(extents.of(plots).box().orElseThrow().maxX()).isEqualTo(107.501);
    } finally {
      jdbc.sql("delete from zoning.plots where code = 'FAR-1'").update();
    }
    settle();
    assertThat(extents.of(plots).box()).contains(before);
  }

  @Test
  void publicRoleCanReadTheJournal() {
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from published.changes
                    where revision > 0 and at is not null and has_table_privilege(
                      'khu_published', 'published.changes', 'select')\
                    """)
                .query(Long.class)
                .single())
        .isPositive();
  }

  private BBox boxOf(String layer, String condition) {
    return jdbc.sql(
            "select st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom) from published.%s_now where %s"
                .formatted(layer, condition))
        .query(
            (row, n) ->
                new BBox(
                    Crs.CRS84,
                    row.getDouble(1),
                    row.getDouble(2),
                    row.getDouble(3),
                    row.getDouble(4)))
        .single();
  }

  /** Until what is known of the journal is old enough to be looked at again. */
  private static void settle() throws InterruptedException {
    Thread.sleep(250);
  }
}

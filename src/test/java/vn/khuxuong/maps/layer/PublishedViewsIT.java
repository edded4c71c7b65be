package vn.khuxuong.maps.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.KhuxuongTest;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.platform.database.DataRevision;

@KhuxuongTest
class PublishedViewsIT {

  @Autowired private PublishedViews views;
  @Autowired private LayerCatalogue catalogue;
  @Autowired private LayerExtents extents;
  @Autowired private Editions editions;
  @Autowired private DataRevision revision;
  @Autowired private JdbcClient jdbc;

  @Test
  void theProductsLayersFitTheirViews() {
    assertThat(catalogue.layers()).hasSizeGreaterThanOrEqualTo(7);
    assertThat(catalogue.layers(Set.of("PLANNER")))
        .anyMatch(layer -> layer.id().equals("draft_subzones"))
        .allSatisfy(layer -> assertThat(views.complaints(layer)).isEmpty());
  }

  @Test
  void tellsEverythingThatKeepsALayerFromItsView() {
    Layer zones = catalogue.get("zones");
    List<Field> fields = new ArrayList<>(zones.fields());
    fields.set(0, field("nosuch", FieldType.STRING));
    fields.set(1, field("name_vi", FieldType.DATE));
    Layer.Geometry geometry =
        new Layer.Geometry("geom", "geom", Layer.GeometryType.POINT, 9210, null, List.of());
    Layer wrong =
        changed(zones, "zones", fields, geometry, new Layer.Period("name_en", null, false));

    assertThat(views.complaints(wrong))
        .containsExactlyInAnyOrder(
            "fields[0]: the view has no column nosuch",
            "fields[1]: column name_vi is text, which is no date",
            "time.from: column name_en is text, which is no date",
            "geometry.column: column geom is in SRID 4326, not 9210",
            "geometry.column3857: column geom is in SRID 4326, not 3857",
            "geometry.type: the view has MultiPolygon, not Point");
  }

  @Test
  void aTableThatThePublicsRoleCannotReadIsNoView() {
    Layer zones = catalogue.get("zones");
    jdbc.sql("create view published.secret as select id, geom, geom_3857 from zoning.zones")
        .update();
    try {
      Layer secret = changed(zones, "secret", zones.fields(), zones.geometry(), null);
      assertThat(views.complaints(secret))
          .containsExactly("view: the role that serves it sees no view published.secret");
    } finally {
      jdbc.sql("drop view published.secret").update();
    }
  }

  @Test
  void extentIsThatOfTheDataAndFollowsTheRevision() {
    LayerExtents.Extent first = extents.of(catalogue.get("subzones"));
    BBox box = first.box().orElseThrow();
    assertThat(box.minX()).isBetween(106.0, box.maxX());
    assertThat(box.minY()).isBetween(10.0, box.maxY());
    assertThat(first.since()).isNotNull();
    assertThat(first.until()).isNull();
    Edition before = editions.current();
    revision.bump();
    assertThat(editions.current().revision()).isGreaterThan(before.revision());
    assertThat(editions.current().etag("json")).isNotEqualTo(before.etag("json"));
    assertThat(extents.of(catalogue.get("subzones"))).isEqualTo(first);
  }

  private static Field field(String name, FieldType type) {
    return new Field(name, type, new Text("Thử", "Test"), null, Map.of(), Set.of(), false);
  }

  private static Layer changed(
      Layer layer,
      String view,
      List<Field> fields,
      Layer.Geometry geometry,
      Layer.@Nullable Period time) {
    return new Layer(
        layer.id(),
        layer.title(),
        layer.description(),
        view,
        null,
        layer.key(),
        geometry,
        fields,
        layer.zoom(),
        layer.scale(),
        layer.style(),
        layer.label(),
        time,
        layer.floor(),
        layer.order(),
        layer.roles(),
        layer.editable(),
        layer.dataStatus(),
        layer.licence(),
        layer.attribution());
  }
}

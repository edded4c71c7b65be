package vn.khuxuong.maps.filter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.LayerCatalogue;
import vn.khuxuong.maps.layer.Text;

/** Layers to filter, as shipped and with a field that is kept from the public. */
final class FilterLayers {

  private static final LayerCatalogue CATALOGUE =
      new LayerCatalogue(Path.of("maps/layers"), layer -> List.of());

  private FilterLayers() {}

  static Layer named(String id) {
    return CATALOGUE.find(id).orElseThrow();
  }

  static Layer subzones() {
    return named("subzones");
  }

  /** The subzones with {@code owner_tax_code}, for officers only. */
  static Layer withSecret() {
    List<Field> fields = new ArrayList<>(subzones().fields());
    fields.add(
        new Field(
            "owner_tax_code",
            FieldType.STRING,
            new Text("Mã số thuế", "Tax code"),
            null,
            Map.of(),
            Set.of("OFFICER"),
            true));
    return with(fields);
  }

  private static Layer with(List<Field> fields) {
    Layer s = subzones();
    return new Layer(
        s.id(),
        s.title(),
        s.description(),
        s.schema(),
        s.view(),
        s.now(),
        s.key(),
        s.geometry(),
        fields,
        s.zoom(),
        s.scale(),
        s.style(),
        s.label(),
        s.time(),
        s.floor(),
        s.order(),
        s.roles(),
        s.editable(),
        s.dataStatus(),
        s.licence(),
        s.attribution());
  }
}

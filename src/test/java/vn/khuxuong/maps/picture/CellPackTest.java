package vn.khuxuong.maps.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Text;

class CellPackTest {
  private static final List<Field> FIELDS =
      List.of(
          field("use", FieldType.STRING),
          field("area", FieldType.NUMBER),
          field("open", FieldType.BOOLEAN));

  private static Field field(String name, FieldType type) {
    return new Field(name, type, new Text("Thử", "Test"), null, Map.of(), Set.of(), true);
  }

  private static ReadFeature feature(
      long id, String key, double x, byte[] shape, @Nullable String... texts) {
    return new ReadFeature(id, key, texts, shape, x, 5, x - 1, 1, x + 1, 9);
  }

  @Test
  void aFeatureIsReadAsItWasPacked() {
    List<ReadFeature> features =
        List.of(
            feature(7, "Lô-Đ", 3, new byte[] {1, 2, 3}, "Đất nhà máy", "12.5", "true"),
            feature(9, "", Double.NaN, new byte[] {}, null, null, null),
            feature(-1, "Lô-Đ", 30, new byte[] {4}, "Đất nhà máy", "-0", "false"));
    byte[] packed = CellPack.of(features, FIELDS).bytes().clone();
    CellPack cell = new CellPack(packed, FIELDS);

    assertThat(cell.count()).isEqualTo(3);
    KeptFeature first = new KeptFeature(cell, 0);
    assertThat(first.id()).isEqualTo(7);
    assertThat(cell.key(0)).isEqualTo("Lô-Đ");
    assertThat(first.value("use")).isEqualTo("Đất nhà máy");
    assertThat(first.value("area")).isEqualTo(12.5);
    assertThat(first.value("open")).isEqualTo(true);
    assertThat(first.value("other")).isNull();
    assertThat(shape(first)).containsExactly(1, 2, 3);
    assertThat(first.isNamedIn(new BBox(Crs.EPSG_3857, 0, 0, 10, 10))).isTrue();
    assertThat(first.isNamedIn(new BBox(Crs.EPSG_3857, 0, 6, 10, 10))).isFalse();
    assertThat(cell.minX(0)).isEqualTo(2);
    assertThat(cell.maxY(0)).isEqualTo(9);

    KeptFeature bare = new KeptFeature(cell, 1);
    assertThat(bare.value("use")).isNull();
    assertThat(cell.key(1)).isEmpty();
    assertThat(shape(bare)).isEmpty();
    assertThat(bare.isNamedIn(new BBox(Crs.EPSG_3857, -99, -99, 99, 99))).isFalse();
    assertThat(new KeptFeature(cell, 2).id()).isEqualTo(-1);
    assertThat(shape(new KeptFeature(cell, 2))).containsExactly(4);
    assertThat(cell.text(2, 0)).as("each text once").isSameAs(cell.text(0, 0));
  }

  private static byte[] shape(KeptFeature feature) {
    byte[] shape = new byte[feature.shapeLength()];
    feature.copyShape(shape, 0);
    return shape;
  }

  @Test
  void anEmptyCellIsOneToo() {
    CellPack none = new CellPack(CellPack.of(List.of(), FIELDS).bytes(), FIELDS);
    assertThat(none.count()).isZero();
  }

  @Test
  void takesLittleMoreThanItsShapes() {
    List<ReadFeature> features = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      features.add(feature(i, "A-" + i, i, new byte[125], "Công nghiệp", "800", "true"));
    }
    CellPack cell = CellPack.of(features, FIELDS);
    assertThat(cell.weight()).isLessThan(1_000 * 250);
  }
}

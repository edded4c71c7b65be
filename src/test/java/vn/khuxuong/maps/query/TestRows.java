package vn.khuxuong.maps.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.khuxuong.maps.layer.DataStatus;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.layer.Text;

/**
 * A published table of made-up rows as a layer, for tests that need many of them or change them.
 */
public final class TestRows implements AutoCloseable {

  private final JdbcClient owner;
  private final String name;
  private final List<Field> fields = new ArrayList<>();

  /**
   * @param select the rows, with columns {@code id} and {@code geom} in EPSG:4326 and all others
   *     named here
   */
  public TestRows(JdbcClient owner, String name, String select, Map<String, FieldType> columns) {
    this(owner, name);
    owner.sql("drop view if exists published." + name).update();
    owner.sql("drop table if exists published." + name + " cascade").update();
    owner.sql("create table published." + name + " as " + select).update();
    finish(columns);
  }

  private TestRows(JdbcClient owner, String name) {
    this.owner = owner;
    this.name = name;
  }

  /**
   * Very many rows, made as cheaply as can be: by their key they are found, by place they are not.
   */
  public static TestRows many(
      JdbcClient owner, String name, String select, Map<String, FieldType> columns) {
    TestRows rows = new TestRows(owner, name);
    owner.sql("drop table if exists published." + name + " cascade").update();
    owner.sql("create unlogged table published." + name + " as " + select).update();
    owner.sql("alter table published." + name + " add primary key (id)").update();
    rows.serve(columns);
    return rows;
  }

  private void finish(Map<String, FieldType> columns) {
    owner.sql("alter table published." + name + " add primary key (id)").update();
    owner.sql("create index on published." + name + " using gist (geom)").update();
    serve(columns);
  }

  private void serve(Map<String, FieldType> columns) {
    owner.sql("grant select on published." + name + " to khu_published").update();
    owner.sql("analyze published." + name).update();
    columns.forEach(
        (column, type) ->
            fields.add(
                new Field(column, type, new Text(column, column), null, Map.of(), Set.of(), true)));
  }

  /** The rows as a layer of areas. */
  public Layer layer() {
    return new Layer(
        name,
        new Text("Thử", "Test"),
        new Text("Thử", "Test"),
        name,
        null,
        "id",
        new Layer.Geometry("geom", "geom", Layer.GeometryType.POLYGON, 4326, null, List.of()),
        fields,
        new Layer.Zoom(0, 20),
        Layer.Scale.ANY,
        "zones",
        null,
        null,
        null,
        0,
        Set.of(),
        false,
        DataStatus.ILLUSTRATIVE,
        new Text("Thử", "Test"),
        new Text("Thử", "Test"));
  }

  public void change(String sql) {
    owner.sql(sql.replace("{rows}", "published." + name)).update();
  }

  @Override
  public void close() {
    owner.sql("drop table published." + name).update();
  }
}
